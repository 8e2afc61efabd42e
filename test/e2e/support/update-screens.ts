import type { FileBeside } from '../../../src/shared/policy.ts'
import { succeed } from '../../../src/shared/result.ts'
import { text } from '../../../src/shared/text/index.ts'
import type { UpdateState } from '../../../src/shared/updates.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, plainSettings, simulated } from './scripted-mains.ts'

const { frame, settings, updates: words } = text.window

const release = {
  version: '0.2.0',
  notes: [
    'Runs that were left are offered when the app opens.',
    'Lists of 10,000 phones open twice as fast.',
  ],
  page: 'https://contoso.com/releases/v0.2.0',
}
const at = Date.parse('2026-03-02T09:00:00Z')
const base = { can: 'install', looking: false, lookedAt: at } as const

const organisation = {
  by: 'organisation',
  place: 'HKLM\\Software\\Policies\\SipGatewayBulkSignIn',
} as const

const fileBeside = {
  path: 'C:\\Users\\admin\\Downloads\\policy.json',
  sha256: 'c0ffee',
  values: {
    clientId: '0f0f0f0f-1111-4222-8333-444444444444',
    tenant: 'contoso.com',
    region: 'EMEA',
    updates: 'off',
  },
  overruled: ['clientId', 'tenant'],
  answer: undefined,
} as const satisfies FileBeside

const withFile = (file: FileBeside): ScriptedMain => ({
  ...mainWith(simulated),
  'settings:get': () => succeed({ ...plainSettings, fileBeside: file }),
})

const updating = (state: UpdateState | (() => UpdateState)): ScriptedMain => ({
  ...mainWith(simulated),
  'updates:get': () => succeed(typeof state === 'function' ? state() : state),
})

async function inSettings({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: frame.pages.settings }).click()
  await page
    .getByText(words.status, { exact: true })
    .evaluate((row) => row.scrollIntoView({ block: 'center' }))
}

/** What the window shows of newer versions, and of what the organisation has set. */
export const updateScreens: readonly Screen[] = [
  {
    name: 'update-found',
    main: updating({ ...base, stage: { kind: 'found', release } }),
    arrange: async ({ page }) => page.getByText(words.available(release.version)).waitFor(),
  },
  {
    name: 'update-told',
    main: updating({ ...base, can: 'portable', stage: { kind: 'found', release } }),
    arrange: async ({ page }) => page.getByText(words.available(release.version)).waitFor(),
  },
  {
    name: 'update-downloaded',
    main: updating({ ...base, stage: { kind: 'downloaded', release, install: 'at-close' } }),
    arrange: async ({ page }) => page.getByText(words.downloaded(release.version)).waitFor(),
  },
  {
    name: 'settings-update-found',
    main: updating({ ...base, stage: { kind: 'found', release } }),
    arrange: inSettings,
  },
  {
    name: 'settings-update-downloading',
    main: updating({ ...base, stage: { kind: 'downloading', release, percent: 41 } }),
    arrange: inSettings,
  },
  {
    name: 'settings-update-failed',
    main: updating(() => ({
      ...base,
      failure: text.main.updates.look('ENOTFOUND'),
      stage: { kind: 'nothing-known' },
    })),
    arrange: inSettings,
  },
  {
    name: 'settings-managed',
    main: {
      ...updating({ ...base, can: 'forbidden', stage: { kind: 'nothing-known' } }),
      'settings:get': () =>
        succeed({
          ...plainSettings,
          clientId: '0f0f0f0f-1111-4222-8333-444444444444',
          tenant: 'contoso.com',
          region: 'EMEA',
          updates: 'off',
          managed: {
            clientId: organisation,
            tenant: organisation,
            region: { by: 'file-beside', place: fileBeside.path },
            updates: { by: 'file-beside', place: fileBeside.path },
          },
          fileBeside: { ...fileBeside, answer: 'use' },
        }),
    },
    async arrange({ page }) {
      await page.getByRole('navigation').getByRole('button', { name: frame.pages.settings }).click()
      await page.getByText(settings.managed.organisation(organisation.place)).first().waitFor()
      await page.getByText(settings.managed['file-beside'](fileBeside.path)).first().waitFor()
    },
  },
  {
    name: 'file-beside-asked',
    main: withFile({ ...fileBeside, overruled: [] }),
    arrange: async ({ page }) => page.getByRole('dialog').waitFor(),
  },
  {
    // As much as can come from outside: a path without an end, and a domain as long as there are.
    name: 'file-beside-long',
    main: withFile({
      ...fileBeside,
      path: `C:\\Users\\admin\\Downloads\\${'folder-of-somebody-else\\'.repeat(9)}policy.json`,
      values: { tenant: `${'a'.repeat(63)}.${'b'.repeat(63)}.example`, updates: 'tell' },
      overruled: ['tenant'],
    }),
    arrange: async ({ page }) => page.getByRole('dialog').waitFor(),
  },
]
