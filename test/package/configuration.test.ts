import { readFileSync } from 'node:fs'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import type { Configuration } from 'electron-builder'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json'
import { configurationFor } from '../../packaging/configuration.ts'
import { appId, toastActivatorId } from '../../src/shared/app-id.ts'

const signing = {
  AZURE_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net',
  AZURE_SIGNING_ACCOUNT: 'contoso',
  AZURE_SIGNING_PROFILE: 'release',
  AZURE_SIGNING_PUBLISHER: 'Contoso Ltd',
  SIGNED_PARTS: 'use',
}
const repository = { GITHUB_REPOSITORY: 'contoso/bulk-sign-in' }
/** As electron-builder does before it packs; it logs only where it debugs itself. */
const validate = (configuration: object): Promise<void> =>
  validateConfiguration(configuration, { isEnabled: false } as Parameters<typeof validateConfiguration>[1])
const parts = ['name', 'version', 'os', 'arch', 'ext']
const names = ({ nsis, portable, msi, linux, mac }: Configuration) =>
  [nsis, portable, msi, linux, mac].map((target) => target?.artifactName ?? '')

describe('the configuration', () => {
  test.each([
    ['a plain build', {}],
    ['a build of a repository', repository],
    ['a signed release', { ...signing, ...repository }],
  ])("is valid for %s by electron-builder's schema", async (_name, environment) => {
    await validate(configurationFor(environment))
  })

  test.each<[string, (whole: Configuration) => object]>([
    ['at the top', (whole) => ({ ...whole, electronFuse: {} })],
    ['in the fuses', (whole) => ({ ...whole, electronFuses: { ...whole.electronFuses, runAsNodes: false } })],
    ['in the installer', (whole) => ({ ...whole, nsis: { ...whole.nsis, perMachines: true } })],
    ['in a kind of value', (whole) => ({ ...whole, msi: { ...whole.msi, perMachine: 'yes' } })],
  ])('with a slip %s would be refused', async (_where, slip) => {
    await expect(validate(slip(configurationFor({})))).rejects.toThrow('Invalid configuration object')
  })

  test('bears the names of the app: Windows knows it by the same ID everywhere', () => {
    const { copyright, ...whole } = configurationFor({})
    expect(whole).toMatchObject({ appId: 'sip-gateway-bulk-sign-in', productName: manifest.productName })
    expect(appId).toBe('sip-gateway-bulk-sign-in')
    expect(readFileSync('src/main/index.ts', 'utf8')).toContain('app.setAppUserModelId(appId)')
    expect(readFileSync('LICENSE', 'utf8')).toContain(copyright)
  })

  test('opens no files of any kind, and asks for no rights', () => {
    const { fileAssociations, protocols, win } = configurationFor({})
    expect([fileAssociations, protocols, win?.fileAssociations, win?.requestedExecutionLevel]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the installers', () => {
  test('are for the one user unless all are chosen; the one for software distribution is for all', () => {
    const { nsis, msi } = configurationFor({})
    expect(nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      license: 'LICENSE',
    })
    expect(msi).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false })
  })

  test('are told apart by name, version, system and processor', () => {
    const all = names(configurationFor({}))
    for (const name of all) for (const part of parts) expect(name).toContain(`\${${part}}`)
    expect(new Set(all.slice(0, 3)).size).toBe(3)
  })

  test('ask at uninstalling, default to keep, and keep silently', () => {
    const script = readFileSync('packaging/installer.nsh', 'utf8')
    expect(script).toContain('MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2')
    expect(script).toContain('/SD IDNO IDNO bulkSignInKeepData')
    expect(script).toContain('--delete-app-data')
    const removed = [...script.matchAll(/RMDir \/r "(.*)"/g)].map(([, path = '']) => path.replaceAll('$', ''))
    expect(removed).toEqual(['APPDATA\\{PRODUCT_FILENAME}', 'LOCALAPPDATA\\{APP_PACKAGE_NAME}-updater'])
  })

  test('take away what notifications have left in the registry', () => {
    expect(readFileSync('src/main/index.ts', 'utf8')).toContain(
      'app.setToastActivatorCLSID(toastActivatorId)',
    )
    expect(readFileSync('packaging/installer.nsh', 'utf8')).toContain(
      `DeleteRegKey HKCU "Software\\Classes\\CLSID\\${toastActivatorId}"`,
    )
  })

  test('for Debian need a home page, so a build without a repository makes none', () => {
    expect(configurationFor({}).linux?.target).toEqual(['AppImage'])
    expect(configurationFor(repository)).toMatchObject({
      linux: { target: ['AppImage', 'deb'] },
      extraMetadata: { homepage: 'https://github.com/contoso/bulk-sign-in' },
    })
  })
})

describe('a build without signing', () => {
  test('says so in every name, and takes no certificate that happens to lie about', () => {
    const plain = configurationFor({})
    for (const name of names(plain)) expect(name).toContain('-unsigned')
    expect(plain.win).toMatchObject({ signExecutable: false })
    expect(plain.win).not.toHaveProperty('signtoolOptions')
    expect(plain.afterSign).toBeUndefined()
  })
})

describe('a build with signing', () => {
  test('names the publisher, by whom updates are verified, and fails rather than stay unsigned', () => {
    expect(configurationFor(signing).win).toMatchObject({
      forceCodeSigning: true,
      signtoolOptions: { publisherName: 'Contoso Ltd', sign: expect.any(Function) },
    })
    // That would run a module of PowerShell's gallery that nothing pins, with the secrets at hand.
    expect(configurationFor(signing).win).not.toHaveProperty('azureSignOptions')
    expect(configurationFor(signing).win).not.toHaveProperty('signExecutable')
  })

  test('concerns Windows: what is not signed still says so', () => {
    expect(names(configurationFor(signing)).map((name) => name.includes('-unsigned'))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })

  test.each(Object.keys(signing))('is refused without %s', (name) => {
    expect(() => configurationFor({ ...signing, [name]: '' })).toThrow(name)
  })
})

describe('updates', () => {
  test('are looked for where the release is published', () => {
    expect(configurationFor(repository).publish).toEqual({
      provider: 'github',
      owner: 'contoso',
      repo: 'bulk-sign-in',
    })
  })

  test.each([undefined, '', 'contoso', 'contoso/', 'a/b/c', 'contoso/bulk sign-in'])(
    'are looked for nowhere with the repository %j',
    (GITHUB_REPOSITORY) => {
      expect(configurationFor({ GITHUB_REPOSITORY }).publish).toBeNull()
    },
  )
})
