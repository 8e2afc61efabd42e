import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ProgramOptions, runProgram } from '../../../src/core/process/run-program.ts'
import { here, testWith } from '../../support/here.ts'

const run = (script: string, options: Partial<ProgramOptions> = {}) =>
  runProgram(process.execPath, ['-e', script], { limitMs: 60_000, maxBytes: 1024 * 1024, ...options })

test('a program gets its input; its output, its errors and its exit code come back', async () => {
  const script = `process.stdin.on('data', (data) => process.stdout.write('got ' + data)).on('end', () => {
    process.stderr.write('done')
    process.exitCode = 3
  })`
  expect(await run(script, { input: 'a secret, in grün' })).toEqual({
    ...{ kind: 'ended', code: 3 },
    ...{ output: 'got a secret, in grün', errors: 'done' },
  })
})

test('arguments go in as they are: no shell is between', async () => {
  const args = ['-e', 'process.stdout.write(process.argv[1])', 'a & b > "c" %PATH% $HOME']
  expect(await runProgram(process.execPath, args, { limitMs: 60_000, maxBytes: 1000 })).toMatchObject({
    output: 'a & b > "c" %PATH% $HOME',
  })
})

test('output is read in the encoding of the program', async () => {
  const script = `process.stdout.write(Buffer.from([0x67, 0x72, 0xfc, 0x6e]))`
  expect(await run(script, { encoding: 'latin1' })).toMatchObject({ output: 'grün' })
})

test('one that ends without reading its input has ended', async () => {
  expect(await run('process.exit(1)', { input: 'x'.repeat(1_000_000) })).toMatchObject({
    ...{ kind: 'ended', code: 1 },
  })
})

test('one that is not there has not started', async () => {
  expect(await runProgram('no-such-program-here', [], { limitMs: 60_000, maxBytes: 1000 })).toMatchObject({
    ...{ kind: 'not-started', code: 'ENOENT' },
  })
})

test('one that never ends is ended when its time is over', async () => {
  expect(await run('setInterval(() => {}, 1000)', { limitMs: 300 })).toEqual({ kind: 'too-late' })
})

test('one that writes without end is ended at the limit', async () => {
  const script = `process.stdout.on('error', () => process.exit()); const more = () => process.stdout.write('x'.repeat(10_000), more); more()`
  expect(await run(script, { maxBytes: 100_000 })).toEqual({ kind: 'too-large' })
})

test('errors are cut at the limit, and it runs on', async () => {
  const script = `process.stderr.write('x'.repeat(5000), () => process.stdout.write('done'))`
  expect(await run(script, { maxBytes: 1000 })).toEqual({
    ...{ kind: 'ended', code: 0, output: 'done', errors: 'x'.repeat(1000) },
  })
})

test('one that nobody wants any more is not started', async () => {
  expect(await run('', { signal: AbortSignal.abort() })).toEqual({ kind: 'stopped' })
})

describe('a program that starts another one', () => {
  let server: Server
  let port: number
  let arrived: Promise<Socket>
  beforeEach(async () => {
    server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
    arrived = once(server, 'connection').then(([socket]) => socket as Socket)
  })
  afterEach(() => server.close())

  /** Connects, says so, and stays until it is ended: then its connection closes. */
  const guest = () =>
    `require('node:net').connect(${port}, '127.0.0.1', () => process.stdout.write('ready')).on('error', () => process.exit())`
  const starting = (then: string) =>
    `const guest = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(guest())}], { stdio: ['ignore', 'pipe', 'inherit'] }); ${then}`
  const isGone = async (): Promise<void> => {
    const socket = await arrived
    socket.on('error', () => undefined).resume()
    if (!socket.closed) await once(socket, 'close')
  }

  test('is ended with it', async () => {
    const stop = new AbortController()
    const ran = run(starting(''), { signal: stop.signal })
    await arrived
    stop.abort()

    expect(await ran).toEqual({ kind: 'stopped' })
    await isGone()
  })

  testWith(here.processGroups)('leaves nothing behind when it has ended itself', async () => {
    const ran = await run(
      starting(`guest.stdout.once('data', () => process.exit(5)); process.stdout.write('begun')`),
    )

    expect(ran).toMatchObject({ kind: 'ended', code: 5, output: 'begun' })
    await isGone()
  })

  const endsWithUs = async (listens: string) => {
    const room = pathToFileURL(join(import.meta.dirname, '../../../src/core/process/run-program.ts')).href
    const script = `${listens}
      const { runProgram } = await import(${JSON.stringify(room)})
      await runProgram(process.execPath, ['-e', ${JSON.stringify(starting(''))}], { limitMs: 60_000, maxBytes: 1000 })`
    const us = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
    const ended = once(us, 'exit')
    await arrived
    us.kill('SIGINT')
    const [code, signal] = await ended
    await isGone()
    return { code, signal }
  }

  testWith(here.signals)('is ended with us by Ctrl-C', async () => {
    expect(await endsWithUs('')).toEqual({ code: null, signal: 'SIGINT' })
  })

  testWith(here.signals)('is ended by Ctrl-C alone where we do not end by it', async () => {
    expect(await endsWithUs(`process.on('SIGINT', () => undefined)`)).toEqual({ code: 0, signal: null })
  })

  testWith(here.signals)('is ended when we end for another reason', async () => {
    expect(await endsWithUs(`process.on('SIGINT', () => process.exit(4))`)).toEqual({ code: 4, signal: null })
  })
})
