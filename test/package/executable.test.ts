import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { describe, expect, inject, test } from 'vitest'
import manifest from '../../package.json'
import { here, testWith } from '../support/here.ts'

const { win, linux } = inject('packed')
const executables = {
  windows: join(win, 'SIP Gateway Bulk Sign-in.exe'),
  linux: join(linux, 'sip-gateway-bulk-sign-in'),
}

describe('the executable for Windows', () => {
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(executables.windows)))

  test('says whose it is, what it is, and which version', () => {
    const [version, ...more] = Resource.VersionInfo.fromEntries(entries)
    const [language, ...others] = version?.getAllLanguagesForStringValues() ?? []
    expect([more, others]).toEqual([[], []])
    expect(language && version?.getStringValues(language)).toMatchObject({
      CompanyName: manifest.author,
      // What the task manager shows.
      FileDescription: manifest.productName,
      FileVersion: manifest.version,
      LegalCopyright: expect.stringContaining(manifest.author),
      ProductName: manifest.productName,
      ProductVersion: expect.stringMatching(new RegExp(`^${RegExp.escape(manifest.version)}(\\.0)?$`)),
    })
  })

  test('bears the icon in every size', () => {
    const [group] = Resource.IconGroupEntry.fromEntries(entries)
    const expected = Data.IconFile.from(readFileSync('resources/icons/icon.ico')).icons
    expect(group?.icons.map(({ width }) => width || 256)).toEqual(expected.map(({ width }) => width || 256))
    expect(group?.icons).toHaveLength(8)
    const carried = group?.getIconItemsFromEntries(entries).map(bytesOf)
    expect(carried).toEqual(expected.map(({ data }) => bytesOf(data)))
  })

  test('names the hash of the asar, by which Electron knows a changed one', () => {
    const resource = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
    const header = getRawHeader(join(win, 'resources/app.asar')).headerString
    expect(JSON.parse(Buffer.from(resource?.bin ?? new ArrayBuffer()).toString())).toEqual([
      {
        file: 'resources\\app.asar',
        alg: 'SHA256',
        value: createHash('sha256').update(header).digest('hex'),
      },
    ])
  })
})

describe.each(Object.entries(executables))('the fuses for %s', (_name, executable) => {
  test('forbid to be Node, to be debugged, and to load anything but the asar as it was packed', async () => {
    const wire = await getCurrentFuseWire(executable)
    const state = (fuse: FuseV1Options): FuseState | undefined => wire[fuse]
    const { ENABLE, DISABLE } = FuseState
    expect(state(FuseV1Options.RunAsNode)).toBe(DISABLE)
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(DISABLE)
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(DISABLE)
    expect(state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(DISABLE)
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(DISABLE)
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe(ENABLE)
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(ENABLE)
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(ENABLE)
  })
})

// Windows keeps no such mark.
testWith(here.permissionBits)('the executable for Linux can be started', () => {
  expect(statSync(executables.linux).mode & 0o111).not.toBe(0)
})

function bytesOf(item: Data.IconItem | Data.RawIconItem): string {
  return Buffer.from(item.isRaw() ? item.bin : item.generate()).toString('hex')
}
