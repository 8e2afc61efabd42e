import type { ModuleFacts } from './module-facts.ts'
import type { Obstacle } from './trouble.ts'

/** Microsoft's module, as found on this computer. Finding it needs no sign-in. */
export type ModuleProbe =
  | (ModuleFacts & { readonly kind: 'found'; readonly program: string; readonly simulated: boolean })
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
