import type { Edition, Obstacle } from './trouble.ts'

/** What was found of Microsoft's module on this computer. Nobody was signed in for it. */
export type ModuleProbe =
  | {
      readonly kind: 'found'
      readonly program: string
      readonly edition: Edition
      /** Of PowerShell, and of the module. */
      readonly version: string
      readonly module: string
      readonly simulated: boolean
      /** A policy has parameters of commands, and so tokens, written to the event log. */
      readonly logged: boolean
    }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
