import type { ModuleFacts } from './module-facts.ts'
import type { Obstacle } from './trouble.ts'

/** What was found of Microsoft's module on this computer. Nobody was signed in for it. */
export type ModuleProbe =
  | (ModuleFacts & { readonly kind: 'found'; readonly program: string; readonly simulated: boolean })
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
