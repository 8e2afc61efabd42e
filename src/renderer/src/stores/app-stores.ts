import type { Answer, Bridge, InvokeChannel, Request } from '../../../shared/ipc.ts'
import { fail } from '../../../shared/result.ts'
import { text } from '../../../shared/text/index.ts'
import { createHistoryStore, type HistoryStore } from './history-store.ts'
import { createListStore, type ListStore } from './list-store.ts'
import { announce, createLiveStore, type LiveStore } from './live-store.ts'
import {
  createNoticeStore,
  dismiss,
  type NoticeStore,
  type NoticeSubject,
  noticeAbout,
  post,
} from './notice-store.ts'
import { createProxyStore, type ProxyStore } from './proxy-store.ts'
import { createReadinessStore, type ReadinessStore } from './readiness-store.ts'
import { createRunStore, type RunStore } from './run-store.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'
import { createSettingsStore, type SettingsStore } from './settings-store.ts'
import { createSiteStore, type SiteStore } from './site-store.ts'
import { createTenantTestStore, type TenantTestStore } from './tenant-test-store.ts'
import { createUpdateStore, type UpdateStore } from './update-store.ts'
import { createViewStore, type ViewStore } from './view-store.ts'

/** Everything the window knows, and its one way to ask main. Every action takes it as its first argument. */
export type AppStores = {
  readonly bridge: Bridge
  readonly session: SessionStore
  readonly settings: SettingsStore
  readonly updates: UpdateStore
  readonly proxy: ProxyStore
  readonly list: ListStore
  readonly run: RunStore
  readonly readiness: ReadinessStore
  readonly history: HistoryStore
  readonly site: SiteStore
  readonly tenantTest: TenantTestStore
  readonly view: ViewStore
  readonly notices: NoticeStore
  readonly live: LiveStore
}

export const createAppStores = (bridge: Bridge): AppStores => ({
  bridge,
  session: createSessionStore(),
  settings: createSettingsStore(),
  updates: createUpdateStore(),
  proxy: createProxyStore(),
  list: createListStore(),
  run: createRunStore(),
  readiness: createReadinessStore(),
  history: createHistoryStore(),
  site: createSiteStore(),
  tenantTest: createTenantTestStore(),
  view: createViewStore(),
  notices: createNoticeStore(),
  live: createLiveStore(),
})

/**
 * Asks main. A failure is shown as a notice about `about`, which an answer clears, unless it was posted later: a late
 * answer says nothing about it. The caller only needs to know that there was a failure.
 */
export async function ask<Channel extends InvokeChannel>(
  stores: AppStores,
  about: NoticeSubject,
  channel: Channel,
  request: Request<Channel>,
): Promise<Answer<Channel>> {
  const standing = noticeAbout(stores.notices, about)
  const answer = await invoke(stores, channel, request)
  if (answer.ok) {
    if (noticeAbout(stores.notices, about) === standing) dismiss(stores.notices, about)
  } else tell(stores, about, 'error', answer.failure)
  return answer
}

/** Shows a notice, and says it to a screen reader. */
export function tell(
  stores: AppStores,
  about: NoticeSubject,
  intent: 'error' | 'warning' | 'info' | 'success',
  { message, remedy }: { readonly message: string; readonly remedy?: string },
): void {
  post(stores.notices, { about, intent, message, ...(remedy !== undefined && { remedy }) })
  announce(stores.live, remedy === undefined ? message : `${message} ${remedy}`)
}

/**
 * Asks main and leaves the failure to the caller. A rejection is a fault of the app or a window that outlived
 * its main process: never silence.
 */
export async function invoke<Channel extends InvokeChannel>(
  { bridge }: AppStores,
  channel: Channel,
  request: Request<Channel>,
): Promise<Answer<Channel>> {
  try {
    return await bridge.invoke(channel, request)
  } catch {
    return fail({ kind: 'unexpected', ...text.window.frame.unexpected })
  }
}
