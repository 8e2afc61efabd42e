import type { ComponentType } from 'react'
import { later } from '../components/later.tsx'
import { AccountMenu } from '../features/session/later-account-menu.ts'
import { TenantField } from '../features/session/later-tenant-field.ts'
import { followRuns } from '../stores/connect-stores.ts'
import type { Page } from '../stores/view-store.ts'
import { ProvisioningUrlsPage, SitePart } from './provisioning-urls-page.tsx'

const laterPages = {
  phones: later(async () => (await import('./phones-page.tsx')).PhonesPage),
  history: later(async () => (await import('./history-page.tsx')).HistoryPage),
  settings: later(async () => (await import('./settings-page.tsx')).SettingsPage),
  help: later(async () => (await import('./help-page.tsx')).HelpPage),
}

/** The pages of the window. The one it opens with is part of it; the others are loaded later. */
export const pageOf: Readonly<Record<Page, ComponentType>> = {
  ...laterPages,
  'provisioning-urls': ProvisioningUrlsPage,
}

/** Loads what isn't shown at first, one after the other, so that nothing opens later for having been left out. */
export async function preloadParts(): Promise<void> {
  await followRuns()
  for (const part of [TenantField, AccountMenu, ...Object.values(laterPages), SitePart]) await part.preload()
}
