import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sign } from '../../packaging/sign.ts'
import { type SigningTools, signingTools } from '../../packaging/signing-tools.ts'
import { here, testWith } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'

const scratch = await mkdtemp(join(tmpdir(), 'sign-files-'))
const folder = join(scratch, 'artifacts/signing-tools')
const written = join(scratch, 'written.json')
const environment = {
  ...process.env,
  AZURE_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net',
  AZURE_SIGNING_ACCOUNT: 'contoso',
  AZURE_SIGNING_PROFILE: 'release',
  AZURE_SIGNING_PUBLISHER: 'Contoso Ltd',
  AZURE_TENANT_ID: 'tenant',
  AZURE_CLIENT_ID: 'client',
  AZURE_CLIENT_SECRET: 'secret',
}
/** The packages of the stand-ins, pinned by the hashes that they have. */
const tools: SigningTools = {
  client: { ...signingTools.client, sha256: sum('the signing client') },
  signtool: { ...signingTools.signtool, sha256: sum('the build tools') },
}

beforeEach(async () => {
  await removeFolder(scratch)
  const client = await unpack(tools.client, 'the signing client', 'bin/x64')
  await writeFile(join(client, 'Azure.CodeSigning.Dlib.dll'), '')
  const signtool = await unpack(tools.signtool, 'the build tools', 'bin/10.0.26100.0/x64')
  await writeFile(join(signtool, 'signtool.exe'), standIn, { mode: 0o755 })
})
afterAll(() => removeFolder(scratch))

/** Keeps what it was started with, and ends as it is told. */
const standIn = `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const metadata = JSON.parse(readFileSync(args[args.indexOf('/dmdf') + 1], 'utf8'))
writeFileSync(${JSON.stringify(written)}, JSON.stringify({ args, metadata, secret: process.env.AZURE_CLIENT_SECRET }))
process.exit(args.includes('locked.exe') ? 1 : 0)
`

describe('signing', () => {
  testWith(here.scripts)(
    'has signtool sign all files by the service, signed in by the environment alone',
    async () => {
      await sign({ files: ['app.exe', 'setup.exe'], environment, folder, tools })

      const { args, metadata, secret } = JSON.parse(await readFile(written, 'utf8')) as {
        readonly args: readonly string[]
        readonly metadata: Readonly<Record<string, unknown>>
        readonly secret: string
      }
      expect(args.slice(0, 2)).toEqual(['sign', '/v'])
      expect(args.slice(-2)).toEqual(['app.exe', 'setup.exe'])
      for (const pair of [
        ['/fd', 'SHA256'],
        ['/td', 'SHA256'],
        ['/tr', 'http://timestamp.acs.microsoft.com'],
      ])
        expect(args.join(' ')).toContain(pair.join(' '))
      expect(metadata).toMatchObject({
        Endpoint: 'https://weu.codesigning.azure.net',
        CodeSigningAccountName: 'contoso',
        CertificateProfileName: 'release',
      })
      expect(metadata['ExcludeCredentials']).toContain('InteractiveBrowserCredential')
      expect(metadata['ExcludeCredentials']).not.toContain('EnvironmentCredential')
      expect(JSON.stringify(metadata)).not.toContain('secret')
      expect(secret).toBe('secret')
    },
  )

  testWith(here.scripts)('fails where a file cannot be signed', async () => {
    const job = { files: ['app.exe', 'locked.exe'], environment, folder, tools }
    await expect(sign(job)).rejects.toThrow('signtool has not signed all files: it ended with 1.')
  })

  test.each(['client', 'signtool'] as const)(
    'runs nothing where the package of the %s is another than pinned',
    async (part) => {
      const { name, version } = tools[part]
      await writeFile(join(folder, name, version, `${name}.${version}.nupkg`), 'somebody else’s')
      await expect(sign({ files: ['app.exe'], environment, folder, tools })).rejects.toThrow(
        'Nothing was signed',
      )
      await expect(readFile(written)).rejects.toThrow('ENOENT')
    },
  )

  test.each(['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET', 'AZURE_SIGNING_ACCOUNT'])(
    'names what is missing: %s',
    async (name) => {
      const lacking = { ...environment, [name]: '' }
      await expect(sign({ files: ['app.exe'], environment: lacking, folder, tools })).rejects.toThrow(name)
    },
  )

  test('as the workflow starts it, checks the tools by the hashes of the repository', () => {
    const program = resolve(import.meta.dirname, '../../packaging/sign-files.ts')
    const { status, stderr } = spawnSync(process.execPath, [program, 'app.exe'], {
      cwd: scratch,
      env: environment,
    })
    expect(status).toBe(1)
    expect(stderr.toString()).toContain(signingTools.client.sha256)
  })
})

async function unpack(
  { name, version }: SigningTools['client'],
  bytes: string,
  inner: string,
): Promise<string> {
  const place = join(folder, name, version)
  await mkdir(join(place, inner), { recursive: true })
  await writeFile(join(place, `${name}.${version}.nupkg`), bytes)
  return join(place, inner)
}

function sum(bytes: string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
