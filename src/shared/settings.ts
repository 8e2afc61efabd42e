import { isClientId } from './auth/client-id.ts'
import { isTenantName } from './auth/tenant-name.ts'
import { maxPhonesPerBatch } from './gateway/limits.ts'
import type { Region } from './gateway/region.ts'
import type { RememberedLayout } from './phones/remembered-layout.ts'
import type { FileBeside, ManagedBy, ManagedSetting } from './policy.ts'
import { isModuleVersion } from './powershell/module-facts.ts'
import { fail, type Result, succeed } from './result.ts'
import type { TableLook } from './table-look.ts'
import { text } from './text/index.ts'

/** What the operator can choose; `troubles` are sentences about what could not be kept. */
export type AppSettings = {
  /** Of an app registration of the organisation's own; without one, Connect-MicrosoftTeams' client. */
  readonly clientId?: string
  /** To sign in to, when no other is asked for: ID or domain. */
  readonly tenant?: string
  /** For lists without regions of their own. */
  readonly region?: Region
  /** How many phones go into a batch; absent where as many as the service takes. */
  readonly batchSize?: number
  /** How the service is reached; absent for directly. */
  readonly way?: 'powershell'
  /** Of Microsoft's module; absent for the highest that is installed. */
  readonly moduleVersion?: string
  readonly theme: Theme
  /** Whether the log names people in full, or only `r…@contoso.com`. */
  readonly fullNamesInLog: boolean
  /** Whether the app looks for updates by itself. */
  readonly updates: UpdatePreference
  /** Whether readiness is checked only when somebody asks; absent where it is as soon as it can be. */
  readonly readiness?: 'by-hand'
  /** Whether the device inventory is read along with readiness; absent where it is not. */
  readonly inventory?: 'on'
  /** The steps past Conditional Access, and of the readiness checklist, that were checked off, by the ID of the tenant. */
  readonly accessSteps?: AccessSteps
  /** Which columns were chosen for files with these headings; the latest first. */
  readonly layouts?: readonly RememberedLayout[]
  readonly table?: TableLook
  /** What nobody can change here, and who has set it. */
  readonly managed: { readonly [Name in ManagedSetting]?: ManagedBy }
  /** What lies beside the program, whatever was said about it. */
  readonly fileBeside?: FileBeside
  readonly troubles: readonly string[]
}

type AccessSteps = Readonly<Record<string, readonly string[]>>

export const updatePreferences = ['tell', 'off'] as const
export type UpdatePreference = (typeof updatePreferences)[number]

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** An absent key changes nothing; null removes the value. */
export type SettingsChange = {
  readonly clientId?: string | null
  readonly tenant?: string | null
  readonly region?: Region | null
  readonly batchSize?: number | null
  readonly way?: 'powershell' | null
  readonly moduleVersion?: string | null
  readonly theme?: Theme
  readonly fullNamesInLog?: boolean
  readonly updates?: UpdatePreference
  readonly readiness?: 'by-hand' | null
  readonly inventory?: 'on' | null
  readonly accessSteps?: AccessSteps
  /** Is remembered beside those of other files; null: all of them are forgotten. */
  readonly layout?: RememberedLayout | null
  readonly table?: TableLook | null
}

/** The change as it is kept: without blanks around, and null for an empty text. Fails with words for the field. */
export function checkSettings(
  change: SettingsChange,
): Result<SettingsChange, { readonly message: string; readonly remedy: string }> {
  const { clientId, tenant, batchSize, moduleVersion, ...rest } = change
  const id = clientId?.trim()
  const name = tenant?.trim()
  const version = moduleVersion?.trim()
  if (id && !isClientId(id)) return fail(text.settings.notAClientId(id))
  if (name && !isTenantName(name)) return fail(text.signIn.particular.notATenant(name))
  if (version && !isModuleVersion(version)) return fail(text.settings.notAVersion(version))
  return succeed({
    ...rest,
    // The most that the service takes is what everybody has who has chosen nothing.
    ...(batchSize !== undefined && { batchSize: batchSize === maxPhonesPerBatch ? null : batchSize }),
    ...(clientId !== undefined && { clientId: id || null }),
    ...(tenant !== undefined && { tenant: name || null }),
    ...(moduleVersion !== undefined && { moduleVersion: version || null }),
  })
}
