import type { AppFailure } from './app-failure.ts'
import type { DoctorReport } from './doctor/report.ts'
import type { InventoryAnswer } from './inventory/device.ts'
import type {
  AcceptFailuresRequest,
  BatchRequest,
  DecideRequest,
  DroppedFile,
  ExportRequest,
  InventoryRequest,
  ReadinessRequest,
  ReadinessSaveRequest,
  ReportSaveRequest,
  ResumeRequest,
  RetryRequest,
  RunRequest,
  SavedRequest,
  SiteCheckRequest,
  SiteSaveRequest,
  StartRequest,
  TemplateFormat,
} from './ipc-requests.ts'
import type { LinkId } from './links.ts'
import type { GridSource } from './phones/grid.ts'
import type { RecentList } from './phones/recent-list.ts'
import type { Sheet } from './phones/sheet.ts'
import type { FileBesideAnswer } from './policy.ts'
import type { ModuleProbe } from './powershell/probe.ts'
import type { ProxyAnswer, ProxyQuestion } from './proxy.ts'
import type { ReadinessAnswer } from './readiness/facts.ts'
import type { Result } from './result.ts'
import type { HistoryBatch, HistoryPhone } from './run/batch-history.ts'
import type { RunEvent } from './run/events.ts'
import type { Candidate } from './run/evidence.ts'
import type { RunsOnDisk } from './run/past-run.ts'
import type { Elsewhere } from './run/submitted-elsewhere.ts'
import type { SessionState, SignInRequest } from './session.ts'
import type { AppSettings, SettingsChange } from './settings.ts'
import type { SeenFrom, SiteResult } from './site/check/site-result.ts'
import type { InstallTime, UpdateState } from './updates.ts'

/**
 * The one contract between the processes. Preload, handlers, schemas, stand-ins and tests derive from it.
 * Every answer is a Result: an expected failure crosses as a value with a kind.
 */
export type InvokeContract = {
  'app:info': { request: undefined; answer: AppInfo }
  'session:get': { request: undefined; answer: SessionState }
  /** Enters the simulated tenant. */
  'session:explore': { request: undefined; answer: SessionState }
  /**
   * Answers when the sign-in has ended: with the state, also when the person cancelled it, else with the
   * failure `sign-in`. The same request again joins the one under way, another one takes its place.
   */
  'session:sign-in': { request: SignInRequest; answer: SessionState }
  'session:cancel-sign-in': { request: undefined; answer: SessionState }
  /** Shows the page where the code of the sign-in under way is entered, in the system's browser. */
  'session:open-code-page': { request: undefined; answer: undefined }
  /** Works in the tenant of another remembered account. */
  'session:switch': { request: { readonly accountId: string }; answer: SessionState }
  /** Erases the account's sign-in here; without an ID, that of the signed-in account. */
  'session:sign-out': { request: { readonly accountId?: string }; answer: SessionState }
  'settings:get': { request: undefined; answer: AppSettings }
  /** Changes what is named, all or nothing; a client ID or a tenant counts from the next sign-in on. */
  'settings:change': { request: SettingsChange; answer: AppSettings }
  /** Has the file beside the program be used or ignored, now and at each start while it stays as it is. */
  'settings:answer-file-beside': { request: FileBesideAnswer; answer: AppSettings }
  /** Whether Microsoft's module in PowerShell can be used here. Signs nobody in; may take a minute. */
  'module:probe': { request: undefined; answer: ModuleProbe }
  'updates:get': { request: undefined; answer: UpdateState }
  /** Looks for a newer version now. */
  'updates:check': { request: undefined; answer: UpdateState }
  /** Begins the download of what was found, to be installed when the app closes; never during a run. */
  'updates:download': { request: undefined; answer: UpdateState }
  /** Says when to install what was downloaded. `now` closes the app and starts it again; never during a run. */
  'updates:install': { request: InstallTime; answer: UpdateState }
  /** Shows the page about the version that was found, in the system's browser. */
  'updates:open-page': { request: undefined; answer: undefined }
  /** The proxy that waits for somebody to sign in to it. */
  'proxy:get': { request: undefined; answer: ProxyQuestion | undefined }
  /** Answers the proxy's question; answers the next one that waits. */
  'proxy:answer': { request: ProxyAnswer; answer: ProxyQuestion | undefined }
  'log:open-folder': { request: undefined; answer: undefined }
  /** Puts on the clipboard what a support ticket needs, and answers it. */
  'diagnostics:copy': { request: undefined; answer: string }
  /** Reads the tenant of the session and compares with what is documented; changes nothing. A second one joins the first. */
  'tenant-test:run': { request: undefined; answer: DoctorReport }
  /** Asks where to save the last report; answers the file's path, `undefined` when that was cancelled. */
  'tenant-test:save': { request: undefined; answer: string | undefined }
  /** Shows the system's file dialog and answers the cells of the file; `undefined` when it was cancelled. */
  'list:browse': { request: undefined; answer: GridSource | undefined }
  /** Reads a file that was dropped on the window. */
  'list:drop': { request: DroppedFile; answer: GridSource }
  /** The sample list that comes with the product, to try the simulated tenant with. */
  'list:sample': { request: undefined; answer: GridSource }
  /** The file named on the command line (`--list=FILE`); `undefined` when none was. */
  'list:at-launch': { request: undefined; answer: GridSource | undefined }
  /** Asks where to save a list with nothing but its headings; answers the file's path, `undefined` when that was cancelled. */
  'list:save-template': { request: TemplateFormat; answer: string | undefined }
  /** Asks where to save the list as a CSV file; answers the file's path, `undefined` when that was cancelled. */
  'list:save': { request: { readonly sheet: Sheet }; answer: string | undefined }
  /** The lists that were opened or saved last, the latest first. */
  'list:recent': { request: undefined; answer: readonly RecentList[] }
  /** Opens one of them by its ID; one that is gone is a failure. */
  'list:open-recent': { request: { readonly id: string }; answer: GridSource }
  'list:forget-recent': { request: undefined; answer: undefined }
  /** Says which list has changes that are in no file, so that the window does not close without a question. */
  'list:unsaved': { request: { readonly list?: string }; answer: undefined }
  'run:start': { request: StartRequest; answer: { readonly runId: string } }
  /** Tries the failed phones of the shown run again, as a new run. */
  'run:retry-failed': { request: RetryRequest; answer: { readonly runId: string } }
  /** Shows a run of this disk, of whatever tenant; its events follow. Nothing is watched by that. */
  'run:open': { request: RunRequest; answer: undefined }
  /** Takes up a stopped run and shows it: watches what is open, reconciles what is unconfirmed, submits the rest. */
  'run:resume': { request: ResumeRequest; answer: undefined }
  /** Gives up what a stopped run of this disk has yet to submit, so that another may have its phones. Nothing is sent. */
  'run:discard-queued': { request: RunRequest; answer: undefined }
  'run:stop-watching': { request: undefined; answer: undefined }
  /** Looks at the service at once instead of at the next turn: the network is back, or somebody cannot wait. */
  'run:look-now': { request: undefined; answer: undefined }
  /** What the batch history says of a batch of the shown run whose submission is unconfirmed. */
  'run:evidence': { request: BatchRequest; answer: readonly Candidate[] }
  /** Reconciles an unconfirmed submission of the shown run, and continues the run. */
  'run:decide': { request: DecideRequest; answer: undefined }
  /** Submits what is held back in the shown run although half of a batch failed for one and the same reason. */
  'run:accept-failures': { request: AcceptFailuresRequest; answer: undefined }
  /** All events of the shown run, so that a reloaded window knows what the old one knew. */
  'run:current': { request: undefined; answer: readonly RunEvent[] }
  /** Asks where to save; answers the file's path, `undefined` when that was cancelled. */
  'run:export': { request: ExportRequest; answer: string | undefined }
  /** Asks where to save the report about runs of one tenant; answers the file's path, `undefined` when that was cancelled. */
  'report:save': { request: ReportSaveRequest; answer: string | undefined }
  /** Puts a run's journal into the recycle bin; one that is watched stays. */
  'run:delete': { request: RunRequest; answer: undefined }
  /** The runs on this disk, of every tenant: unfinished runs first, then by start, the latest first. */
  'history:runs': { request: undefined; answer: RunsOnDisk }
  /** The batch history of the session's tenant, its last 30 days, the latest first. */
  'history:batches': { request: undefined; answer: readonly HistoryBatch[] }
  /** The phones of a batch as the service knows them, no matter who made it. */
  'history:batch': { request: { readonly batchId: string }; answer: readonly HistoryPhone[] }
  /** What others have submitted in the session's tenant during the last day, by the batch history. */
  'history:elsewhere': { request: undefined; answer: Elsewhere }
  /** Looks at the way from this computer to SIP Gateway. It asks Microsoft's hosts, and nothing of it runs by itself. */
  'site:check': { request: SiteCheckRequest; answer: SeenSite }
  /** Asks where to save a text about the site; answers the file's path, `undefined` when that was cancelled. */
  'site:save': { request: SiteSaveRequest; answer: string | undefined }
  /** Reads what a run needs of these accounts and, where asked, of their tenant; changes nothing. A new check ends the one before. */
  'readiness:check': { request: ReadinessRequest; answer: ReadinessAnswer }
  /** Ends the check under way, which answers with what it has read. */
  'readiness:stop': { request: undefined; answer: undefined }
  /**
   * Makes a script that puts these accounts right, of what was read in this session, and asks where to save it; answers the
   * file's path, `undefined` when that was cancelled.
   */
  'readiness:save': { request: ReadinessSaveRequest; answer: string | undefined }
  /** Reads what the device inventory says of these phones, where the settings allow it; changes nothing. A new read ends the one before. */
  'inventory:read': { request: InventoryRequest; answer: InventoryAnswer }
  /** Ends the read under way, which answers with what it has read. */
  'inventory:stop': { request: undefined; answer: undefined }
  /** Opens a file that was saved since the app was started, or shows it in its folder; no other file, and nothing that is run. */
  'saved:open': { request: SavedRequest; answer: undefined }
  'clipboard:write': { request: string; answer: undefined }
  'link:open': { request: LinkId; answer: undefined }
}

export type PushContract = {
  'session:changed': SessionState
  'settings:changed': AppSettings
  'updates:changed': UpdateState
  'proxy:changed': ProxyQuestion | undefined
  /** In order and without gaps. A RunStarted among them begins another run. */
  'run:events': readonly RunEvent[]
  /** How many of the accounts of a check are done. */
  'readiness:progress': { readonly done: number; readonly of: number }
}

export type InvokeChannel = keyof InvokeContract
export type PushChannel = keyof PushContract
export type Request<Channel extends InvokeChannel> = InvokeContract[Channel]['request']
export type Answer<Channel extends InvokeChannel> = Result<InvokeContract[Channel]['answer'], AppFailure>

/** Lists the channels at run time; the compiler holds the lists to the contract. */
export const invokeChannels = Object.keys({
  'app:info': 1,
  'session:get': 1,
  'session:explore': 1,
  'session:sign-in': 1,
  'session:cancel-sign-in': 1,
  'session:open-code-page': 1,
  'session:switch': 1,
  'session:sign-out': 1,
  'settings:get': 1,
  'settings:change': 1,
  'settings:answer-file-beside': 1,
  'module:probe': 1,
  'updates:get': 1,
  'updates:check': 1,
  'updates:download': 1,
  'updates:install': 1,
  'updates:open-page': 1,
  'proxy:get': 1,
  'proxy:answer': 1,
  'log:open-folder': 1,
  'diagnostics:copy': 1,
  'tenant-test:run': 1,
  'tenant-test:save': 1,
  'list:browse': 1,
  'list:drop': 1,
  'list:sample': 1,
  'list:at-launch': 1,
  'list:save-template': 1,
  'list:save': 1,
  'list:recent': 1,
  'list:open-recent': 1,
  'list:forget-recent': 1,
  'list:unsaved': 1,
  'run:start': 1,
  'run:retry-failed': 1,
  'run:open': 1,
  'run:resume': 1,
  'run:discard-queued': 1,
  'run:stop-watching': 1,
  'run:look-now': 1,
  'run:evidence': 1,
  'run:decide': 1,
  'run:accept-failures': 1,
  'run:current': 1,
  'run:export': 1,
  'report:save': 1,
  'run:delete': 1,
  'history:runs': 1,
  'history:batches': 1,
  'history:batch': 1,
  'history:elsewhere': 1,
  'site:check': 1,
  'site:save': 1,
  'readiness:check': 1,
  'readiness:stop': 1,
  'readiness:save': 1,
  'inventory:read': 1,
  'inventory:stop': 1,
  'saved:open': 1,
  'clipboard:write': 1,
  'link:open': 1,
} satisfies Record<InvokeChannel, 1>) as readonly InvokeChannel[]

export const pushChannels = Object.keys({
  'session:changed': 1,
  'settings:changed': 1,
  'updates:changed': 1,
  'proxy:changed': 1,
  'run:events': 1,
  'readiness:progress': 1,
} satisfies Record<PushChannel, 1>) as readonly PushChannel[]

/** What the preload puts on the page's `window.bulkSignIn`; nothing else of Electron reaches the page. */
export type Bridge = {
  invoke<Channel extends InvokeChannel>(channel: Channel, request: Request<Channel>): Promise<Answer<Channel>>
  /** Returns the function that ends the subscription. */
  on<Channel extends PushChannel>(
    channel: Channel,
    listener: (pushed: PushContract[Channel]) => void,
  ): () => void
}

export type AppInfo = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly platform: string
}

export type SeenSite = SeenFrom & { readonly results: readonly SiteResult[] }
