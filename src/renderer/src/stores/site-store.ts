import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppFailure } from '../../../shared/app-failure.ts'
import type { Region } from '../../../shared/gateway/region.ts'
import type { SeenSite } from '../../../shared/ipc.ts'
import type { DhcpServer } from '../../../shared/site/dhcp/dhcp-request.ts'
import type { Symptom } from '../../../shared/site/symptom.ts'
import type { Vendor } from '../../../shared/site/vendors.ts'

/** The parts of the page Provisioning. */
export const siteTabs = ['urls', 'dhcp', 'by-hand', 'check', 'access', 'triage'] as const
export type SiteTab = (typeof siteTabs)[number]

/** The entries and results of the page Provisioning. They end with the window. */
export type SiteData = {
  readonly tab: SiteTab
  readonly region: Region
  /** As typed; only while nobody is signed in. */
  readonly tenant: string
  readonly server: DhcpServer
  /** As typed, for each server: a scope of one is none of another. */
  readonly scopes: Partial<Readonly<Record<DhcpServer, string>>>
  readonly ntp: string
  /** Seconds from UTC. */
  readonly utcOffset: number | undefined
  /** The makers that were chosen; undefined while those of the list count. */
  readonly vendors: readonly Vendor[] | undefined
  readonly allCiscoPrefixes: boolean
  readonly publicIp: string
  readonly checking: boolean
  /** What the last check saw, of which region; or why there was none. */
  readonly seen: (SeenSite & { readonly region: Region }) | undefined
  readonly failure: AppFailure | undefined
  readonly symptom: Symptom | undefined
  readonly hasOthers: boolean
}

export type SiteStore = StoreApi<SiteData>

export const createSiteStore = (): SiteStore =>
  createStore<SiteData>(() => ({
    tab: 'urls',
    region: 'NOAM',
    tenant: '',
    server: 'windows',
    scopes: {},
    ntp: '',
    utcOffset: undefined,
    vendors: undefined,
    allCiscoPrefixes: false,
    publicIp: '',
    checking: false,
    seen: undefined,
    failure: undefined,
    symptom: undefined,
    hasOthers: false,
  }))
