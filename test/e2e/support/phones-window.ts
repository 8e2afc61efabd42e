import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import type { Region } from '../../../src/shared/gateway/region.ts'
import { text } from '../../../src/shared/text/index.ts'
import type { ServiceTime } from '../../support/service-clock.ts'
import type { AppUnderTest } from './app-under-test.ts'
import { type Landmarks, landmarksOf } from './landmarks.ts'
import { launchApp } from './launch-app.ts'
import { type OperatorAtWindow, operatorAt } from './operator.ts'
import { type PhoneTable, phoneTable } from './phone-table.ts'
import { type RunShown, runShown } from './run-shown.ts'
import { recordServiceCalls, type ServiceCall } from './service-calls.ts'
import { timeInApp } from './service-time.ts'

/** The built app with an operator at its window: what there is to be done, to be seen, and what main knows of it. */
export type PhonesWindow = OperatorAtWindow &
  Landmarks & {
    readonly app: AppUnderTest
    readonly page: Page
    readonly table: PhoneTable
    readonly shown: RunShown
    /** Browses to this file, and waits until it is the list that is shown. */
    openList(file: string): Promise<void>
    /** Opens a list on the page of phones, signs so many phones of it in, and waits until the run is shown. */
    startRun(file: string, phones: number, region?: Region): Promise<void>
  }

/** A window at which the simulated tenant was entered. */
export type SimulatedWindow = PhonesWindow & {
  /** Main's requests to the service so far. */
  sent(): Promise<readonly ServiceCall[]>
  readonly time: ServiceTime
}

/** Launches the app and enters the simulated tenant, whose time passes `speed` times as fast; on the page of phones. */
export async function launchSimulated(speed: number): Promise<SimulatedWindow> {
  const ui = phonesWindow(await launchApp({ args: [`--speed=${speed}`] }))
  const sent = await recordServiceCalls(ui.app)
  await ui.press(text.window.session.explore)
  await ui.goTo('phones')
  return { ...ui, sent, time: timeInApp(ui.app, speed) }
}

/** A window of an app that was launched already. */
export function phonesWindow(app: AppUnderTest): PhonesWindow {
  const { page } = app
  const operator = operatorAt(page)
  const window = landmarksOf(app)
  const openList = async (file: string): Promise<void> => {
    await window.browse(file)
    await window.listName(basename(file)).waitFor()
  }
  return {
    ...operator,
    ...window,
    app,
    page,
    table: phoneTable(page),
    shown: runShown(page),
    openList,
    async startRun(file, phones, region) {
      await operator.goTo('phones')
      await openList(file)
      if (region) await operator.chooseRegion(region)
      await operator.signIn(phones)
      await window.strip.waitFor()
    },
  }
}
