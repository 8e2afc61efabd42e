import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { urlsAsText } from '../../src/renderer/src/model/urls-as-text.ts'
import { regionUrls } from '../../src/shared/gateway/provisioning-urls.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import type { PhoneState, RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from '../e2e/support/app-under-test.ts'
import { launchApp } from '../e2e/support/launch-app.ts'
import { type OperatorAtWindow, operatorAt, startButton } from '../e2e/support/operator.ts'
import { bridgeOf, type PageBridge } from '../e2e/support/page-bridge.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { Demo } from './demo-list.ts'

const { run } = text.window
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/**
 * Does the main job in a browser engine without a display, as an operator would, and tells what it sees.
 * Answers the exit code: 0 when every phone of the list came to its end and the results are on disk.
 */
export async function showItself({ appFolder, list }: Demo): Promise<number> {
  const folder = join(appFolder, 'artifacts/demo')
  await removeFolder(folder)
  await mkdir(folder, { recursive: true })
  console.log('\nDemo without a display: the built app in a headless browser engine, not on Electron,')
  console.log('with the simulated tenant: nothing real is signed in.\n')

  const app = await launchApp({
    args: ['--simulated-tenant', `--list=${list}`, '--speed=25'],
    viewport: { width: 1280, height: 820 },
  })
  try {
    return await doTheJob(app, folder)
  } finally {
    await app.close()
  }
}

async function doTheJob(app: AppUnderTest, folder: string): Promise<number> {
  const operator = operatorAt(app.page)
  const bridge = bridgeOf(app.page)
  const shot = (name: string): Promise<unknown> => app.page.screenshot({ path: join(folder, `${name}.png`) })

  await operator.goTo('provisioning-urls')
  await shot('1-provisioning-urls')
  await printUrls(bridge)
  console.log('Now the phones:\n')
  await operator.goTo('phones')
  await operator.chooseRegion('NOAM')
  await shot('2-phone-list')
  await operator.press(startButton())
  await shot('3-confirmation')
  await operator.press(text.window.frame.cancel)
  await operator.signIn(300)

  const state = await followRun(app, operator, bridge, () => shot('4-signing-in'))
  await shot('5-finished')
  const file = join(folder, 'results.csv')
  await app.answerSaveDialog(file)
  await operator.press(run.export)
  const messages = app.page.getByRole('region', { name: text.window.frame.messages })
  await messages.getByText(run.exported(file)).waitFor()
  return report(state, await operator.readStrip(), file, folder)
}

/** What the window shows on its first page, for who has no window. */
async function printUrls(bridge: PageBridge): Promise<void> {
  const session = await bridge.value('session:get')
  if (session.kind !== 'signed-in') throw new Error('The demo is in no tenant')
  const { region } = await bridge.value('settings:get')
  console.log(`The provisioning URLs of the tenant ${session.tenant.name} (${session.tenant.id}):\n`)
  console.log(urlsAsText(regionUrls(session.tenant.id, region)).replaceAll('\t', '  '))
}

/** Prints each phone when it has come to its end, and the window's own words every now and then. */
async function followRun(
  app: AppUnderTest,
  operator: OperatorAtWindow,
  bridge: PageBridge,
  halfway: () => Promise<unknown>,
): Promise<RunState> {
  const printed = new Set<number>()
  let shown = false
  for (;;) {
    const state = replay(await bridge.value('run:current'))
    if (state) {
      for (const phone of state.phones.filter(({ status, row }) => isFinal(status) && !printed.has(row))) {
        printed.add(phone.row)
        console.log(line(phone))
      }
      if (!shown && printed.size > state.phones.length / 2) {
        shown = true
        await halfway()
      }
      const [said] = await operator.readStrip()
      console.log(`${''.padStart(6)}— ${said}`)
      if (state.watching.kind === 'finished') return state
      if (state.watching.kind === 'stopped') throw new Error(`Watching has stopped. ${app.output()}`)
    }
    await pause(500)
  }
}

function report(state: RunState, strip: readonly string[], file: string, folder: string): number {
  const counts = countPhones(state)
  const settled = counts['signed in'] + counts.failed
  console.log(`\nThe whole table, as it stands in ${file}:\n`)
  for (const phone of state.phones) console.log(line(phone))
  console.log(`\nThe window says: ${strip.join(' · ')}`)
  console.log(`${counts['signed in']} signed in, ${counts.failed} failed, of ${state.phones.length} phones.`)
  console.log(`Screenshots: ${folder}`)
  console.log('This was the demo in a headless browser engine, not on Electron, with the simulated tenant.')
  const isRight = settled === 300 && strip[0] === text.run.ended(runEnd(state)) && counts['signed in'] > 0
  if (!isRight) console.error('The job did not end right.')
  return isRight ? 0 : 1
}

const isFinal = (status: PhoneState['status']): boolean => status === 'signed in' || status === 'failed'

const line = ({ row, username, hardwareId, status, result = '' }: PhoneState): string =>
  `${String(row).padStart(4)}  ${username.padEnd(24)} ${hardwareId.padEnd(22)} ${status.padEnd(10)} ${result.slice(0, 60)}`
