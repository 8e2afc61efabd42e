import { createStore, type StoreApi } from 'zustand/vanilla'

/** A message above the page. A new one about the same subject takes the place of the old one. */
export type Notice = {
  readonly about: NoticeSubject
  readonly intent: 'error' | 'warning' | 'info' | 'success'
  readonly message: string
  readonly remedy?: string
  /** The file that was saved. */
  readonly file?: string
}

export type NoticeSubject = 'list' | 'session' | 'storage' | 'settings' | 'updates' | 'run' | 'export' | 'app'

export type NoticeStore = StoreApi<readonly Notice[]>

export const createNoticeStore = (): NoticeStore => createStore<readonly Notice[]>(() => [])

export const noticeAbout = (store: NoticeStore, about: NoticeSubject): Notice | undefined =>
  store.getState().find((notice) => notice.about === about)

export function post(store: NoticeStore, notice: Notice): void {
  store.setState([...without(store, notice.about), notice], true)
}

export function dismiss(store: NoticeStore, about: NoticeSubject): void {
  if (store.getState().some((notice) => notice.about === about)) store.setState(without(store, about), true)
}

/** Takes away what only says that something went well. */
export function dismissSuccess(store: NoticeStore): void {
  if (store.getState().some(({ intent }) => intent === 'success'))
    store.setState(
      store.getState().filter(({ intent }) => intent !== 'success'),
      true,
    )
}

const without = (store: NoticeStore, about: NoticeSubject): readonly Notice[] =>
  store.getState().filter((notice) => notice.about !== about)
