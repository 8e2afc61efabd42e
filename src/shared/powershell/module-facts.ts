import type { Edition } from './trouble.ts'

/** A module that was loaded: the versions of PowerShell and of MicrosoftTeams, and what is written down of them here. */
export type ModuleFacts = {
  readonly edition: Edition
  readonly version: string
  readonly module: string
  readonly logging: readonly LoggingKind[]
}

/**
 * What a policy of this computer, or PowerShell's own file, has every PowerShell write down, where others may read it
 * (Microsoft, about_Group_Policy_Settings).
 */
export const loggingKinds = ['module', 'scriptBlock', 'transcript'] as const
export type LoggingKind = (typeof loggingKinds)[number]

/** As PowerShell tells a version of a module, and as the terminal takes it. */
export const isModuleVersion = (text: string): boolean => /^\d{1,6}([.]\d{1,6}){1,3}$/.test(text)
