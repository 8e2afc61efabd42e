import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { oslo } from '../support/authority/directory.ts'
import { describeWith, here, testWith } from '../support/here.ts'
import { listenOnLoopback } from '../support/loopback.ts'
import { runCli, startCliWith } from '../support/run-cli.ts'
import { atWorkstation } from '../support/workstation.ts'

/** A proxy that lets nobody through without a password; who was asked for is noted. */
async function lockedProxy() {
  const asked: string[] = []
  const credentials: string[] = []
  const server = createServer((request, response) => {
    asked.push(String(request.url))
    response.writeHead(407).end()
  })
  server.on('connect', (request, socket) => {
    asked.push(String(request.url))
    credentials.push(String(request.headers['proxy-authorization']))
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
  })
  const address = `http://127.0.0.1:${await listenOnLoopback(server)}`
  return { asked, credentials, environment: { HTTPS_PROXY: address, HTTP_PROXY: address }, server }
}

/** A place to sign in from, without the keyring of whoever runs the tests. */
const nowhere = ['--data-dir', join(tmpdir(), 'sip-gateway-nobody')]
const noKeyring = { PATH: join(tmpdir(), 'sip-gateway-nothing') }

describeWith(here.withoutKeyring)('the proxy that the environment names', () => {
  test('is used for Microsoft, and its refusal is named', async () => {
    const { asked, environment, server } = await lockedProxy()
    const { code, errors } = await startCliWith(
      { ...environment, ...noKeyring },
      ...['signin', '--tenant', 'contoso.com', ...nowhere],
    ).done
    server.close()
    expect(code).toBe(3)
    expect(asked).toEqual(['login.microsoftonline.com:443'])
    expect(errors).toContain('The proxy on the way to login.microsoftonline.com asks for a user name')
    expect(errors).toContain('HTTPS_PROXY=http://USER:PASSWORD@proxy.contoso.com:8080')
  })

  test('is told the user name and password that stand before its address', async () => {
    const { credentials, environment, server } = await lockedProxy()
    const address = environment.HTTPS_PROXY.replace('//', '//anna:pass%40word@')
    await startCliWith(
      { ...noKeyring, HTTPS_PROXY: address },
      ...['signin', '--tenant', 'contoso.com', ...nowhere],
    ).done
    server.close()
    expect(credentials).toEqual([`Basic ${Buffer.from('anna:pass@word').toString('base64')}`])
  })

  testWith(here.keyring)('is not asked about this machine', async () => {
    const { asked, environment, server } = await lockedProxy()
    await atWorkstation({ environment }, async (workstation) => {
      expect(await workstation.signIn(oslo)).toMatchObject({ code: 0 })
    })()
    server.close()
    expect(asked).toEqual([])
  })

  test('that is no address is said, without the address, which may hold a password', async () => {
    const environment = { ...noKeyring, HTTPS_PROXY: 'secret-word:\\proxy' }
    const { code, errors } = await startCliWith(environment, 'signin', ...nowhere).done
    expect(code).toBe(3)
    expect(errors).toContain('http://proxy.contoso.com:8080')
    expect(errors).not.toContain('secret-word')
  })
})

test('stand-ins are no business of people who ask for help', async () => {
  const { out } = await runCli('run', '--help')
  expect(out).toContain('--client-id')
  expect(out).not.toContain('--authority')
})

testWith(here.keyring)(
  'a certificate that the system trusts is trusted, though Node does not know it',
  atWorkstation({ environment: { NODE_EXTRA_CA_CERTS: '' } }, async (workstation) => {
    expect(await workstation.signIn(oslo)).toMatchObject({ code: 0 })
  }),
)
