import type {
  App,
  BrowserWindow,
  Clipboard,
  Dialog,
  Net,
  Notification,
  PowerMonitor,
  PowerSaveBlocker,
  SafeStorage,
  Shell,
  session,
} from 'electron'
import { systemClock } from '../../core/clock/clock.ts'
import type { AppInfo } from '../../shared/ipc.ts'
import { answer } from '../ipc/answer.ts'
import { bufferEvents } from '../ipc/event-buffer.ts'
import type { Push } from '../ipc/page-line.ts'
import type { AnswerPage } from '../ipc/register.ts'
import type { PagePrinter } from '../page/page-printer.ts'
import type { CommandLine } from '../settings/command-line.ts'
import { desktopOf, focusWindow } from '../window/desktop.ts'
import { followRun } from '../window/presence.ts'
import { followAppEvents } from './app-events.ts'
import { canNotify } from './can-notify.ts'
import { handlersOf } from './handlers.ts'
import type { Kept } from './open-kept.ts'
import { openServices } from './services.ts'

export type WorkOptions = {
  readonly kept: Kept
  readonly info: AppInfo
  readonly push: Push
  readonly printer: Pick<PagePrinter, 'print'>
  readonly app: App
  readonly net: Pick<Net, 'request'>
  readonly session: Pick<typeof session, 'fromPartition'>
  readonly safeStorage: SafeStorage
  readonly shell: Shell
  readonly clipboard: Clipboard
  readonly dialog: Dialog
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly powerSaveBlocker: PowerSaveBlocker
  readonly notification: typeof Notification
  readonly commandLine: CommandLine
  readonly resources: string
  readonly window: BrowserWindow
}

/** Begins all that works behind the window. Answers how the page is answered from now on. */
export async function beginWork(options: WorkOptions): Promise<AnswerPage> {
  const { kept, info, push, printer, app, shell, clipboard, dialog, commandLine, resources, window } = options
  const { log } = kept
  const notifies = await canNotify(app, process)
  const services = openServices({ ...options, returned: () => focusWindow(window) })
  const { runs, sessions } = services
  if (commandLine.simulatedTenant) await sessions.explore()
  const begun = sessions.begin().catch((error: unknown) => log.unexpected('session', error))

  const { add, flush } = bufferEvents({
    handOver: (batch) => push('run:events', batch),
    sleep: systemClock.sleep,
  })
  runs.subscribe((event) => add(event))
  const { notification, powerSaveBlocker, powerMonitor } = options
  followRun(runs, desktopOf(window, { notification, powerSaveBlocker, notifies }))

  let unsavedList: string | undefined
  const handlers = handlersOf({
    ...{ services, window, clipboard, dialog, shell, info, resources, begun, flush },
    list: commandLine.list,
    print: printer.print,
    readinessProgress: (progress) => push('readiness:progress', progress),
    unsaved(of) {
      unsavedList = of
    },
  })
  followAppEvents({ app, powerMonitor, dialog, window, services, unsavedList: () => unsavedList })
  return (channel, sender, args, isTrusted) =>
    answer(channel, sender, args, { handlers, isTrusted, unexpected: log.unexpected })
}
