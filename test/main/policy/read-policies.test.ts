import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProgramResult } from '../../../src/core/process/run-program.ts'
import { isInProgramFiles, whyNotAdministrators } from '../../../src/main/policy/administrators-only.ts'
import { type PolicyPlaces, policyPlaces } from '../../../src/main/policy/policy-places.ts'
import { readPolicies } from '../../../src/main/policy/read-policies.ts'
import { runReg } from '../../../src/main/policy/registry.ts'
import { text } from '../../../src/shared/text/index.ts'
import { here, testWith } from '../../support/here.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const { policy: words } = text.main
const hklm = 'HKLM\\Software\\Policies\\SipGatewayBulkSignIn'
const hkcu = 'HKCU\\Software\\Policies\\SipGatewayBulkSignIn'
const reg = 'C:\\Windows\\System32\\reg.exe'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'))
})
afterEach(() => removeFolder(folder))

const file = () => join(folder, 'policy.json')

/** A computer with the organisation's file alone, of which root's rights are taken for granted or missed. */
const organisations = (): PolicyPlaces => ({
  platform: 'linux',
  env: {},
  registry: undefined,
  file: file(),
  beside: undefined,
})
const beside = (isInstalled = false): PolicyPlaces => ({
  ...organisations(),
  file: undefined,
  beside: { file: file(), isInstalled },
})
const roots = { run: runReg, whyNotAdministrators: async () => undefined }
const anybodys = { run: runReg, whyNotAdministrators: async () => 'it is a link' }

const readOrganisations = async (content: string | Uint8Array) => {
  await writeFile(file(), content)
  return (await readPolicies(organisations(), roots)).organisation
}

describe("the organisation's file", () => {
  test('sets what it names', async () => {
    expect(await readOrganisations('{ "Tenant": "contoso.com", "Updates": "off" }')).toEqual({
      tenant: 'contoso.com',
      updates: 'off',
      places: { tenant: file(), updates: file() },
      troubles: [],
    })
  })

  test.each(['utf16le', 'utf8'] as const)(
    'may begin with a mark, as Windows editors write it (%s)',
    async (as) => {
      expect(await readOrganisations(Buffer.from('\ufeff{ "Region": "APAC" }', as))).toMatchObject({
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
    expect(await readOrganisations(content)).toEqual({
      updates: 'off',
      places: { updates: file() },
      troubles: [words.unreadable(file(), reason)],
    })
  })

  test('that is a folder is told; one that is not there says nothing', async () => {
    await mkdir(file())

    const { organisation } = await readPolicies(organisations(), roots)
    expect(organisation.troubles).toEqual([words.unreadable(file(), words.notAFile)])
    await removeFolder(file())
    expect(await readPolicies(organisations(), roots)).toEqual({ organisation: { places: {}, troubles: [] } })
  })

  test('that others may have written sets nothing; updates are off, for what the organisation wants is not known', async () => {
    await writeFile(file(), '{ "Tenant": "contoso.com", "Updates": "tell" }')

    expect(await readPolicies(organisations(), anybodys)).toEqual({
      organisation: {
        updates: 'off',
        places: { updates: file() },
        troubles: [words.unreadable(file(), 'it is a link')],
      },
    })
  })
})

describe('a file beside the program', () => {
  const content = '{ "ClientId": "12128f48-ec9e-42f0-b203-ea49fb6af367", "Updates": "off", "Colour": "red" }'

  test.each([
    ['that was only saved there', false, roots],
    ['in a folder that others can write to', true, anybodys],
  ])('%s is nobody’s policy: it is handed on to be asked about', async (_, isInstalled, look) => {
    await writeFile(file(), content)

    expect(await readPolicies(beside(isInstalled), look)).toEqual({
      organisation: { places: {}, troubles: [] },
      fileBeside: {
        path: file(),
        sha256: createHash('sha256').update(content).digest('hex'),
        values: { clientId: '12128f48-ec9e-42f0-b203-ea49fb6af367', updates: 'off' },
      },
      besideTroubles: [words.unknown(file(), 'Colour')],
    })
  })

  test('that only administrators can write, of a program that they set up, is the organisation’s', async () => {
    await writeFile(file(), '{ "Updates": "off" }')

    expect(await readPolicies(beside(true), roots)).toEqual({
      organisation: { updates: 'off', places: { updates: file() }, troubles: [] },
    })
  })

  test.each([
    ['{ "Updates": on }', [words.besideUnreadable('PLACE', words.notJson)]],
    [' '.repeat(65 * 1024), [words.besideUnreadable('PLACE', words.tooLarge)]],
    ['[]', [words.besideUnreadable('PLACE', words.notAnObject)]],
    ['{ "Updates": "never" }', [words.notUsable('PLACE', 'Updates', 'never', words.takes.Updates, false)]],
    ['{}', []],
  ])(
    'with nothing in it that can be used asks nothing and switches nothing off: %.20j',
    async (said, troubles) => {
      await writeFile(file(), said)

      expect(await readPolicies(beside(), roots)).toEqual({
        organisation: { places: {}, troubles: [] },
        besideTroubles: troubles.map((trouble) => trouble.replace('PLACE', file())),
      })
    },
  )

  test('does not loosen what is not known of the organisation', async () => {
    await writeFile(file(), '{ "Updates": "on" }')
    const { organisation } = await readPolicies(
      { ...beside(), platform: 'win32', registry: reg },
      { ...roots, run: async () => ({ kind: 'too-late' }) },
    )

    expect(organisation.updates).toBe('off')
  })

  testWith(here.devices)('that is a pipe holds nothing up', async () => {
    execFileSync('/usr/bin/mkfifo', [file()])

    expect((await readPolicies(beside(), roots)).besideTroubles).toEqual([
      words.besideUnreadable(file(), words.notAFile),
    ])
  })
})

describe('who can write to a file', () => {
  const roots = { isSymbolicLink: () => false, uid: 0, gid: 0, mode: 0o40755 }
  const path = '/etc/sip-gateway-bulk-sign-in/policy.json'
  const why = (other: object, at = '/etc/sip-gateway-bulk-sign-in', platform: NodeJS.Platform = 'linux') =>
    whyNotAdministrators(path, platform, async (one) => (one === at ? { ...roots, ...other } : roots))

  test.each(['linux', 'darwin'] as const)(
    'is root alone where it and all folders above it are root’s (%s)',
    async (on) => {
      expect(await why({}, path, on)).toBeUndefined()
    },
  )

  test.each([path, '/etc/sip-gateway-bulk-sign-in', '/etc', '/'])(
    'may be others where %s is not root’s, or open to them',
    async (at) => {
      expect(await why({ uid: 1000 }, at)).toBe(words.notRoots(at))
      expect(await why({ mode: 0o40757 }, at)).toBe(words.writable(at))
      expect(await why({ mode: 0o40775 }, at)).toBe(words.writable(at))
      expect(await why({ isSymbolicLink: () => true }, at)).toBe(words.isLink(at))
    },
  )

  test('are administrators, too, where macOS lets their group write', async () => {
    const open = { mode: 0o40775, gid: 80 }
    expect(await why(open, '/etc', 'darwin')).toBeUndefined()
    expect(await why(open, '/etc', 'linux')).toBe(words.writable('/etc'))
    expect(await why({ ...open, mode: 0o40777 }, '/etc', 'darwin')).toBe(words.writable('/etc'))
  })

  testWith(here.owners)('is looked up on the disk itself', async () => {
    await writeFile(file(), '{}')
    await symlink(file(), join(folder, 'link.json'))
    // Whoever runs this: the folder for temporary files is everybody's.
    expect(await whyNotAdministrators(file(), 'linux')).toEqual(expect.any(String))
    expect(await whyNotAdministrators(join(folder, 'link.json'), 'linux')).toBe(
      words.isLink(join(folder, 'link.json')),
    )
    await expect(whyNotAdministrators(join(folder, 'nowhere.json'), 'linux')).rejects.toThrow('ENOENT')
  })
})

/** Answers each key; the one that is always there unless it is named. */
function registryOf(keys: Readonly<Record<string, ProgramResult>>, programFiles = 'C:\\Program Files') {
  const asked: (readonly string[])[] = []
  const run = async (program: string, args: readonly string[]): Promise<ProgramResult> => {
    asked.push([program, ...args])
    const [, key = ''] = args
    const everyday = value(`ProgramFilesDir    REG_SZ    ${programFiles}`)
    return keys[key] ?? (args.includes('/v') ? everyday : regEnded(1))
  }
  const places: PolicyPlaces = { ...beside(true), platform: 'win32', registry: reg }
  return { asked, read: async () => readPolicies(places, { ...anybodys, run }) }
}
const value = (...values: readonly string[]): ProgramResult =>
  regEnded(0, ['', 'HKEY_…', ...values.map((one) => `    ${one}`), ''].join('\r\n'))
const regEnded = (code: number, output = ''): ProgramResult => ({ kind: 'ended', code, output, errors: '' })

describe('the registry', () => {
  test('of the computer counts before that of the user, and a file beside the program is apart', async () => {
    await writeFile(file(), '{ "Updates": "on", "Region": "APAC", "Tenant": "contoso.com" }')
    const { asked, read } = registryOf({
      [hklm]: value('Updates    REG_SZ    off'),
      [hkcu]: value('Updates    REG_SZ    tell', 'Region    REG_SZ    EMEA'),
    })

    expect(await read()).toMatchObject({
      organisation: { updates: 'off', region: 'EMEA', places: { updates: hklm, region: hkcu }, troubles: [] },
      fileBeside: { values: { updates: 'on', region: 'APAC', tenant: 'contoso.com' } },
    })
    expect(asked.map(([program]) => program)).toEqual([reg, reg, reg])
  })

  test('without a key says nothing', async () => {
    expect(await registryOf({}).read()).toEqual({ organisation: { places: {}, troubles: [] } })
  })

  test('that nobody may read is told, and then updates are off', async () => {
    const everyday = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion'

    expect(await registryOf({ [everyday]: regEnded(1) }).read()).toMatchObject({
      organisation: {
        updates: 'off',
        troubles: [words.unreadable(hklm, words.regRefused), words.unreadable(hkcu, words.regRefused)],
      },
    })
  })

  test('that does not answer is told, and then updates are off', async () => {
    expect(await registryOf({ [hklm]: { kind: 'too-late' } }).read()).toMatchObject({
      organisation: { updates: 'off', troubles: [words.unreadable(hklm, words.tookTooLong)] },
    })
  })
})

describe('Program Files', () => {
  test.each([
    ['C:\\Program Files\\SIP\\policy.json', 'C:\\Program Files', true],
    ['c:\\PROGRAM FILES\\SIP\\policy.json', 'C:\\Program Files', true],
    ['C:\\Program Files\\..\\Users\\a\\policy.json', 'C:\\Program Files', false],
    ['C:\\Program Files (x86)\\SIP\\policy.json', 'C:\\Program Files', false],
    ['C:\\Users\\a\\Downloads\\policy.json', 'C:\\Program Files', false],
    ['C:\\ProgramData\\SIP\\policy.json', 'C:\\Program Files', false],
    ['D:\\Program Files\\policy.json', 'C:\\Program Files', false],
    ['\\\\server\\share\\policy.json', 'C:\\Program Files', false],
    ['C:\\Program Files\\SIP\\policy.json', undefined, false],
    ['C:\\Program Files\\SIP\\policy.json', '', false],
    ['C:\\Program Files\\SIP\\policy.json', 'Program Files', false],
  ])('%s, where Windows calls it %j, is a place of administrators alone: %s', (path, programFiles, is) => {
    expect(isInProgramFiles(path, programFiles)).toBe(is)
  })

  testWith(here.windows)(
    'is where the registry says: a file beside a program there is the organisation’s',
    async () => {
      await writeFile(file(), '{ "Updates": "off" }')

      expect((await registryOf({}, folder).read()).organisation.updates).toBe('off')
      expect((await registryOf({}).read()).organisation.updates).toBeUndefined()
    },
  )
})

// What reg.exe really prints is known only where it is.
testWith(here.windows)('the registry of this computer can be read', async () => {
  const places = policyPlaces({ platform: 'win32', env: process.env, exe: file() })

  expect((await readPolicies(places)).organisation.troubles).toEqual([])
})

describe('the places', () => {
  const windows = { platform: 'win32', env: {}, exe: 'C:\\Apps\\SIP\\app.exe' } as const

  test('are the registry by a full path and a file beside the program, on Windows', () => {
    expect(policyPlaces({ ...windows, env: { SystemRoot: 'D:\\Win' } })).toMatchObject({
      registry: 'D:\\Win\\System32\\reg.exe',
      file: undefined,
      beside: { file: 'C:\\Apps\\SIP\\policy.json', isInstalled: true },
    })
    expect(policyPlaces({ ...windows, env: { SystemRoot: '.' } }).registry).toBe(reg)
  })

  test('are beside the portable file, not where it unpacks itself, and never of an installed program', () => {
    const env = { PORTABLE_EXECUTABLE_DIR: 'E:\\Tools' }

    expect(policyPlaces({ ...windows, env }).beside).toEqual({
      file: 'E:\\Tools\\policy.json',
      isInstalled: false,
    })
  })

  test('are files elsewhere: that of the computer, and one beside the program', () => {
    expect(policyPlaces({ platform: 'linux', env: {}, exe: '/opt/sip/app' })).toMatchObject({
      registry: undefined,
      file: '/etc/sip-gateway-bulk-sign-in/policy.json',
      beside: { file: '/opt/sip/policy.json', isInstalled: true },
    })
    expect(
      policyPlaces({ platform: 'linux', env: { APPIMAGE: '/home/a/app.AppImage' }, exe: '/tmp/.mount/app' })
        .beside,
    ).toEqual({ file: '/home/a/policy.json', isInstalled: false })
    expect(policyPlaces({ platform: 'darwin', env: {}, exe: '/Applications/a.app/a' })).toMatchObject({
      file: '/Library/Application Support/SIP Gateway Bulk Sign-in/policy.json',
      beside: undefined,
    })
  })
})
