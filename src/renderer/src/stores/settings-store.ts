import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppSettings } from '../../../shared/settings.ts'

/** What is set, as main keeps it. */
export type SettingsStore = StoreApi<AppSettings>

/** Until main has told. */
const defaults: AppSettings = {
  theme: 'system',
  fullNamesInLog: false,
  updates: 'tell',
  managed: {},
  troubles: [],
}

export const createSettingsStore = (): SettingsStore => createStore(() => defaults)
