import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppSettings } from '../../../shared/settings.ts'

/** The settings, as main keeps them. */
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
