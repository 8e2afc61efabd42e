import { checkPhones } from '../../../src/shared/phones/check.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { text } from '../../../src/shared/text/index.ts'
import { everyOutcome, reportOf } from '../../support/doctor-reports.ts'
import { manyPhones } from './example-lists.ts'
import { type ExampleRun, exampleRun } from './example-run.ts'
import type { PageAlone } from './page-alone.ts'
import { proxyScreens } from './proxy-screens.ts'
import type { Screen } from './screens.ts'
import { mainWith, plainSettings } from './scripted-mains.ts'
import {
  accounts,
  blocked,
  browserFailed,
  code,
  consentMissing,
  contoso,
  inContoso,
  inLongTenant,
  inNamelessTenant,
  nobody,
  withdrawn,
} from './sign-in-states.ts'
import { updateScreens } from './update-screens.ts'

const { frame, session, settings, tenantTest } = text.window

const goTo = async ({ page }: PageAlone, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

async function watch(alone: PageAlone, write: (run: ExampleRun) => void): Promise<void> {
  const sheet = manyPhones(300)
  const run = exampleRun(planRun(checkPhones(sheet, 'NOAM')), sheet.name, contoso)
  write(run)
  await alone.page.getByRole('navigation').waitFor()
  await goTo(alone, frame.pages.phones)
  await alone.push('run:events', run.events())
  await alone.page.getByRole('grid').waitFor()
}

function halfWay(run: ExampleRun): void {
  for (const batch of [0, 1, 2]) run.submit(batch)
  run.report(0, 84)
  run.report(1, 41)
}

const inSettings = (alone: PageAlone): Promise<void> => goTo(alone, frame.pages.settings)
const remembered = { kind: 'signed-out', accounts } as const
const signingIn = { kind: 'signing-in', accounts: [] } as const

/** Every state of signing in that somebody meets, and the settings. */
export const signInScreens: readonly Screen[] = [
  { name: 'accounts', main: mainWith(remembered) },
  {
    name: 'tenant-typed',
    main: mainWith(nobody),
    async arrange({ page }) {
      await page.getByRole('button', { name: session.tenantField.open }).click()
      await page.getByLabel(session.tenantField.label).fill('fabrikam')
      await page.keyboard.press('Enter')
      await page.getByText(text.signIn.particular.notATenant('fabrikam').message).first().waitFor()
    },
  },
  { name: 'browser', main: mainWith({ ...signingIn, way: 'browser' }) },
  {
    name: 'asking-for-code',
    main: mainWith({ ...signingIn, way: 'device-code', tenant: 'fabrikam.com' }),
  },
  {
    name: 'code',
    main: mainWith({
      ...signingIn,
      way: 'device-code',
      tenant: 'fabrikam.com',
      code: code(),
    }),
  },
  {
    name: 'code-on-phones',
    main: mainWith({ ...signingIn, way: 'device-code', code: code() }),
    arrange: (alone) => goTo(alone, frame.pages.phones),
  },
  { name: 'blocked', main: mainWith(() => ({ ...remembered, failure: blocked() })) },
  { name: 'consent-missing', main: mainWith(() => ({ ...nobody, failure: consentMissing() })) },
  { name: 'browser-failed', main: mainWith(() => ({ ...nobody, failure: browserFailed() })) },
  {
    name: 'failed-on-phones',
    main: mainWith(() => ({ ...nobody, failure: blocked() })),
    arrange: (alone) => goTo(alone, frame.pages.phones),
  },
  { name: 'signed-in', main: mainWith(inContoso) },
  { name: 'nameless-tenant', main: mainWith(inNamelessTenant) },
  { name: 'long-tenant', main: mainWith(inLongTenant) },
  {
    name: 'menu',
    floats: true,
    main: mainWith({ ...inContoso, storage: 'memory' }),
    async arrange({ page }) {
      await page.getByRole('banner').getByRole('button').click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'long-menu',
    floats: true,
    main: mainWith(inLongTenant),
    async arrange({ page }) {
      await page.getByRole('banner').getByRole('button').click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'another',
    main: mainWith(inContoso),
    async arrange({ page }) {
      await page.getByRole('banner').getByRole('button').click()
      await page.getByRole('menuitem', { name: session.menu.another }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'switch-refused',
    main: {
      ...mainWith(inContoso),
      'session:switch': () => fail({ kind: 'run-under-way', ...text.main.failures.switchDuringRun }),
    },
    async arrange({ page }) {
      await page.getByRole('banner').getByRole('button').click()
      await page.getByRole('menuitem', { name: 'Fabrikam' }).click()
      await page.getByText(text.main.failures.switchDuringRun.message).first().waitFor()
    },
  },
  {
    name: 'renewal',
    main: mainWith(() => ({ ...inContoso, renewal: withdrawn() })),
    arrange: (alone) => watch(alone, halfWay),
  },
  {
    name: 'renewal-browser',
    main: mainWith(() => ({
      ...inContoso,
      renewal: withdrawn(),
      signingIn: { way: 'browser', accountId: inContoso.accountId ?? '' },
    })),
    arrange: (alone) => watch(alone, halfWay),
  },
  {
    name: 'renewal-code',
    main: mainWith(() => ({
      ...inContoso,
      renewal: withdrawn(),
      signingIn: { way: 'device-code', accountId: inContoso.accountId ?? '', code: code() },
    })),
    arrange: (alone) => watch(alone, halfWay),
  },
  {
    name: 'renewal-failed',
    main: mainWith(() => ({ ...inContoso, renewal: withdrawn(), failure: blocked() })),
    arrange: (alone) => watch(alone, halfWay),
  },
  {
    name: 'denied',
    main: mainWith(inContoso),
    arrange: (alone) =>
      watch(alone, (run) => {
        const failure = { kind: 'denied', why: { code: 'role' } } as const
        run.add({ type: 'BatchRefused', batch: 0, failure, nextTryAt: new Date().toISOString() })
        run.add({ type: 'WatchStopped', reason: 'denied' })
      }),
  },
  { name: 'settings', main: mainWith(inContoso), arrange: inSettings },
  {
    name: 'settings-end',
    main: mainWith(inContoso),
    async arrange(alone) {
      await inSettings(alone)
      await alone.page.getByText(settings.kept.listsWhere).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-way',
    main: {
      ...mainWith(inContoso),
      'settings:get': () => succeed({ ...plainSettings, way: 'powershell' }),
      'module:probe': () =>
        succeed({
          ...{ kind: 'found', simulated: false, edition: 'core', version: '7.6.9', module: '7.9.0' },
          program: 'C:\\Program Files\\PowerShell\\7\\pwsh.exe',
          logging: ['scriptBlock', 'transcript'],
        }),
    },
    async arrange(alone) {
      await inSettings(alone)
      await alone.page.getByRole('button', { name: settings.way.probeButton }).click()
      await alone.page.getByText(text.powershell.logging.transcript).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-steps',
    main: mainWith(inContoso),
    async arrange(alone) {
      await inSettings(alone)
      await alone.page.getByText(settings.register.title).click()
      await alone.page.getByRole('button', { name: settings.register.open }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tenant-test-offered',
    main: mainWith(inContoso),
    async arrange(alone) {
      await goTo(alone, frame.pages.phones)
      await alone.page.getByRole('button', { name: tenantTest.run }).waitFor()
    },
  },
  {
    name: 'tenant-tested',
    main: {
      ...mainWith(inContoso),
      'tenant-test:run': () => succeed(reportOf(contoso.id, everyOutcome)),
    },
    async arrange(alone) {
      await goTo(alone, frame.pages.phones)
      await alone.page.getByRole('button', { name: tenantTest.run }).click()
      await alone.page.getByText(tenantTest.details).click()
      await alone.page.getByRole('region', { name: tenantTest.details }).scrollIntoViewIfNeeded()
    },
  },
  ...updateScreens,
  ...proxyScreens,
  {
    name: 'settings-refused',
    main: {
      ...mainWith(inContoso),
      'settings:get': () =>
        succeed({
          ...plainSettings,
          tenant: 'fabrikam.com',
          region: 'EMEA',
          troubles: [
            text.main.settings.putAside('C:\\Users\\admin\\AppData\\Roaming\\settings.json.unreadable'),
          ],
        }),
      'settings:change': (change) => succeed({ ...plainSettings, ...change } as never),
    },
    async arrange(alone) {
      await inSettings(alone)
      await alone.page.getByLabel(settings.work.theme).selectOption('dark')
      await alone.page.getByLabel(settings.signIn.clientId).fill('12128f48-ec9e')
      await alone.page.keyboard.press('Enter')
      await alone.page.getByText(settings.notSaved('')).first().waitFor()
    },
  },
]
