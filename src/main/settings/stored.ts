import type { TenantNames } from '../../core/session/session-service/memory.ts'
import type { AppSettings } from '../../shared/settings.ts'

/** Where a window was, in the screen's own units, before it was maximised. */
export type WindowPlace = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

/** The file of the settings, as far as it is there. */
export type Stored = Partial<Omit<AppSettings, 'troubles' | 'managed' | 'fileBeside'>> & {
  readonly lastFolder?: string
  readonly lastAccount?: string
  /** Where the lists are that were opened or saved last, the latest first. */
  readonly recentPaths?: readonly string[]
  readonly tenantNames?: Readonly<Record<string, TenantNames>>
  readonly windowPlace?: WindowPlace
  /** How large the page is shown: 1 as it is. */
  readonly zoom?: number
  /** The operator's answers about a policy.json beside the program: by path, and for which bytes. */
  readonly filesBeside?: Readonly<Record<string, { readonly sha256: string; readonly use: boolean }>>
}
