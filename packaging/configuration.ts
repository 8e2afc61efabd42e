import type { Configuration } from 'electron-builder'
import { appId } from '../src/shared/app-id.ts'
import { readRepository } from './repository.ts'
import { partsFolder, readSignedParts, signingHooks } from './signed-parts.ts'
import { readSigning } from './signing.ts'

/** What electron-builder packs and how. All that differs between builds comes from the environment given. */
export function configurationFor(environment: NodeJS.ProcessEnv): Configuration {
  const signing = readSigning(environment)
  const hooks = signing && signingHooks(readSignedParts(environment), partsFolder)
  const repository = readRepository(environment)
  const homepage = repository && `https://github.com/${repository.owner}/${repository.repo}`
  const mark = signing ? '' : unsigned

  return {
    appId,
    productName: 'SIP Gateway Bulk Sign-in',
    copyright: 'Copyright (c) 2026 The SIP Gateway Bulk Sign-in authors',
    directories: { output: 'artifacts/packages', buildResources: 'packaging' },
    // Copies: electron-builder writes into what it is given.
    files: [...packed],
    extraResources: [...notices, bridge],
    extraMetadata: {
      desktopName: `${appId}.desktop`,
      ...(homepage && { homepage }),
      // What only a developer's npm reads.
      dependencies: null,
      engines: null,
      allowScripts: null,
      optionalDependencies: null,
    },
    // No packages to install, rebuild or pack: the build bundles those that the app uses.
    beforeBuild: async () => false,
    asar: true,
    // Chromium's own few words; the app itself speaks English and asks Chromium for no other language.
    electronLanguages: ['en-US', 'en-GB'],
    electronFuses: fuses,
    publish: repository ? { provider: 'github', ...repository } : null,
    beforePack({ electronPlatformName }) {
      const signs = signing && electronPlatformName === 'win32'
      process.stdout.write(`  • ${signs ? `to be signed for ${signing.publisherName}` : 'UNSIGNED build'}\n`)
    },
    ...(hooks && { afterSign: hooks.afterSign }),

    win: {
      icon: 'resources/icons/icon.ico',
      target: [
        { target: 'nsis', arch: ['x64', 'arm64'] },
        // One file for whatever stands at a customer's site: Windows 11 on ARM runs x64, too.
        { target: 'portable', arch: ['x64'] },
        // electron-builder's WiX knows no ARM.
        { target: 'msi', arch: ['x64'] },
      ],
      ...(hooks
        ? {
            signtoolOptions: {
              sign: hooks.sign,
              publisherName: signing.publisherName,
              signingHashAlgorithms: ['sha256'],
            },
            forceCodeSigning: true,
          }
        : // A certificate that happens to lie in the environment would belie the name of the file.
          { signExecutable: false }),
    },
    nsis: {
      artifactName: `${file}-setup${mark}.\${ext}`,
      // Assisted: for the one user, without administrator's rights, unless all users are chosen.
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: true,
      buildUniversalInstaller: false,
      license: 'LICENSE',
      include: 'packaging/installer.nsh',
    },
    portable: { artifactName: `${file}-portable${mark}.\${ext}` },
    msi: {
      artifactName: `${file}${mark}.\${ext}`,
      // For software distribution: for all users, without questions, and nothing starts by itself.
      oneClick: true,
      perMachine: true,
      runAfterFinish: false,
    },

    linux: {
      artifactName: `${file}${unsigned}.\${ext}`,
      icon: 'resources/icons',
      category: 'Utility',
      syncDesktopName: true,
      maintainer: 'The SIP Gateway Bulk Sign-in authors',
      // A .deb must name a home page; AppImage need not.
      target: homepage ? ['AppImage', 'deb'] : ['AppImage'],
    },
    mac: {
      artifactName: `${file}${unsigned}.\${ext}`,
      icon: 'resources/icons/1024x1024.png',
      category: 'public.app-category.utilities',
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      // Ad hoc: nobody's signature, without which Apple silicon starts nothing at all. Library validation would
      // refuse Electron's own frameworks then.
      identity: '-',
      hardenedRuntime: false,
    },
  }
}

/** The beginning of the name of each file that is handed out. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: these are electron-builder's own.
const file = '${name}-${version}-${os}-${arch}'
const unsigned = '-unsigned'

/**
 * All that is in the asar, besides package.json. The terminal's program is not: it needs a Node that the fuses forbid
 * the app to be, so it runs from the sources.
 */
const packed = [
  'out/main/index.js',
  'out/main/chunks/*.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/*.{js,css}',
  'resources/sign-in/*.html',
  'resources/samples/phones-300.csv',
  'resources/icons/256x256.png',
]

/** Beside the asar, where people can read them. */
const notices = [
  { from: 'LICENSE', to: 'licences/LICENSE.txt' },
  { from: 'out/main/third-party.md', to: 'licences/main.md' },
  { from: 'out/renderer/third-party.md', to: 'licences/window.md' },
]

/** Outside the asar, in which PowerShell can read nothing. */
const bridge = { from: 'resources/powershell/bridge.ps1', to: 'powershell/bridge.ps1' }

/** Electron, "Security", point 19, and "Electron Fuses". */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  // There is no snapshot of our own to load.
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const
