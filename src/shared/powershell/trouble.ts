/** Why Microsoft's module can't be used here. The app installs and changes nothing: each has a line to type. */
export type Obstacle =
  | { readonly code: 'no-host' }
  | { readonly code: 'not-started'; readonly program: string; readonly said: string }
  | { readonly code: 'constrained'; readonly program: string; readonly mode: string }
  | { readonly code: 'script-blocked'; readonly program: string }
  | { readonly code: 'old-host'; readonly program: string; readonly version: string }
  | { readonly code: 'no-module'; readonly program: string; readonly edition: Edition }
  | {
      readonly code: 'old-module'
      readonly version: string
      readonly least: string
      readonly edition: Edition
    }
  | { readonly code: 'no-such-version'; readonly wanted: string; readonly found: readonly string[] }
  /** `policy`: of the organisation, about which scripts may run. */
  | {
      readonly code: 'not-loaded'
      readonly version: string
      readonly said: string
      readonly policy?: string
    }
  | { readonly code: 'silent'; readonly program: string }

/** Windows PowerShell 5.1, or PowerShell 7. */
export type Edition = 'windows' | 'core'

/** What nobody but a person can put right: an obstacle, another tenant, a sign-in that the module refuses. */
export type ModuleTrouble =
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
  | { readonly kind: 'other-tenant'; readonly tenantId: string }
  /** A stand-in would get a token of Microsoft's. */
  | { readonly kind: 'simulated' }
  /** A policy has parameters written to the event log, and tokens are parameters. */
  | { readonly kind: 'logged' }
  | { readonly kind: 'not-signed-in'; readonly said: string }
