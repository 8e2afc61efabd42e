import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyPlaces } from '../../../src/main/policy/policy-places.ts'
import { readPolicy } from '../../../src/main/policy/read-policy.ts'
import { type Ran, runProgram } from '../../../src/main/policy/registry.ts'
import { text } from '../../../src/shared/text/index.ts'
import { here, testWith } from '../../support/here.ts'

const { policy: words } = text.main
const hklm = 'HKLM\\Software\\Policies\\SipGatewayBulkSignIn'
const hkcu = 'HKCU\\Software\\Policies\\SipGatewayBulkSignIn'
const reg = 'C:\\Windows\\System32\\reg.exe'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = () => join(folder, 'policy.json')
const readFile = async (content: string | Uint8Array) => {
  await writeFile(file(), content)
  return readPolicy({ registry: undefined, files: [file()], env: {} })
}

describe('the policy file', () => {
  test('sets what it names', async () => {
    expect(await readFile('{ "Tenant": "contoso.com", "Updates": "off" }')).toEqual({
      tenant: 'contoso.com',
      updates: 'off',
      troubles: [],
    })
  })

  test.each(['utf16le', 'utf8'] as const)(
    'may begin with a mark, as Windows editors write it (%s)',
    async (as) => {
      expect(await readFile(Buffer.from('\ufeff{ "Region": "APAC" }', as))).toEqual({
        region: 'APAC',
        troubles: [],
      })
    },
  )

  test.each([
    ['{ "Tenant": ', words.notJson],
    ['', words.notJson],
    ['["off"]', words.notAnObject],
    ['null', words.notAnObject],
    [' '.repeat(65 * 1024), words.tooLarge],
  ])('that is none is told, and then updates are off: %.20j', async (content, reason) => {
    expect(await readFile(content)).toEqual({ updates: 'off', troubles: [words.unreadable(file(), reason)] })
  })

  test('that is a folder is told; one that is not there says nothing', async () => {
    await mkdir(file())
    const places = { registry: undefined, files: [file()], env: {} }

    expect((await readPolicy(places)).troubles).toHaveLength(1)
    await rm(file(), { recursive: true })
    expect(await readPolicy(places)).toEqual({ troubles: [] })
  })
})

/** Answers each key; the one that is always there unless it is named. */
function registryOf(keys: Readonly<Record<string, Ran>>) {
  const asked: (readonly string[])[] = []
  const run = async (program: string, args: readonly string[]): Promise<Ran> => {
    asked.push([program, ...args])
    const [, key = ''] = args
    return keys[key] ?? (args.includes('/v') ? { code: 0, output: '' } : { code: 1, output: '' })
  }
  return { asked, read: () => readPolicy({ registry: reg, files: [file()], env: {} }, run) }
}
const value = (...values: readonly string[]): Ran => ({
  code: 0,
  output: ['', 'HKEY_…', ...values.map((one) => `    ${one}`), ''].join('\r\n'),
})

describe('the registry', () => {
  test('counts before the file, and the computer before the user', async () => {
    await writeFile(file(), '{ "Updates": "on", "Region": "APAC", "Tenant": "contoso.com" }')
    const { asked, read } = registryOf({
      [hklm]: value('Updates    REG_SZ    off'),
      [hkcu]: value('Updates    REG_SZ    tell', 'Region    REG_SZ    EMEA'),
    })

    expect(await read()).toEqual({ updates: 'off', region: 'EMEA', tenant: 'contoso.com', troubles: [] })
    expect(asked.map(([program]) => program)).toEqual([reg, reg, reg])
  })

  test('without a key says nothing', async () => {
    expect(await registryOf({}).read()).toEqual({ troubles: [] })
  })

  test('that nobody may read is told, and then updates are off', async () => {
    const everyday = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion'

    expect(await registryOf({ [everyday]: { code: 1, output: '' } }).read()).toEqual({
      updates: 'off',
      troubles: [words.unreadable(hklm, words.regRefused), words.unreadable(hkcu, words.regRefused)],
    })
  })

  test('that does not answer is told, and then updates are off', async () => {
    expect(await registryOf({ [hklm]: { failed: words.tookTooLong } }).read()).toEqual({
      updates: 'off',
      troubles: [words.unreadable(hklm, words.tookTooLong)],
    })
  })
})

// What reg.exe really prints is known only where it is.
testWith(here.windows)('the registry of this computer can be read', async () => {
  const places = policyPlaces({ platform: 'win32', env: process.env, exe: file() })

  expect((await readPolicy(places)).troubles).toEqual([])
})

describe('a program', () => {
  test('tells its code and output, without a shell between', async () => {
    const script = 'process.stdout.write(process.argv[1]); process.exitCode = 1'

    expect(await runProgram(process.execPath, ['-e', script, 'a & b > "c"'], 60_000)).toEqual({
      code: 1,
      output: 'a & b > "c"',
    })
  })

  test('that is not there has failed', async () => {
    expect(await runProgram(join(folder, 'reg.exe'), [])).toEqual({ failed: 'ENOENT' })
  })

  test('that never ends is ended', async () => {
    expect(await runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], 300)).toEqual({
      failed: words.tookTooLong,
    })
  })
})

describe('the places', () => {
  const windows = { platform: 'win32', env: {}, exe: 'C:\\Apps\\SIP\\app.exe' } as const

  test('are the registry by a full path and a file beside the program, on Windows', () => {
    expect(policyPlaces({ ...windows, env: { SystemRoot: 'D:\\Win' } })).toMatchObject({
      registry: 'D:\\Win\\System32\\reg.exe',
      files: ['C:\\Apps\\SIP\\policy.json'],
    })
    expect(policyPlaces({ ...windows, env: { SystemRoot: '.' } }).registry).toBe(reg)
  })

  test('are beside the portable file, not where it unpacks itself', () => {
    const env = { PORTABLE_EXECUTABLE_DIR: 'E:\\Tools' }

    expect(policyPlaces({ ...windows, env }).files).toEqual(['E:\\Tools\\policy.json'])
  })

  test('are files elsewhere, that of the computer first', () => {
    expect(policyPlaces({ platform: 'linux', env: {}, exe: '/opt/sip/app' })).toMatchObject({
      registry: undefined,
      files: ['/etc/sip-gateway-bulk-sign-in/policy.json', '/opt/sip/policy.json'],
    })
    expect(
      policyPlaces({ platform: 'linux', env: { APPIMAGE: '/home/a/app.AppImage' }, exe: '/tmp/.mount/app' })
        .files,
    ).toContain('/home/a/policy.json')
    expect(policyPlaces({ platform: 'darwin', env: {}, exe: '/Applications/a.app/a' }).files).toEqual([
      '/Library/Application Support/SIP Gateway Bulk Sign-in/policy.json',
    ])
  })
})
