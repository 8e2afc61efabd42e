import type { ModuleProbe } from '../../shared/powershell/probe.ts'
import { systemClock } from '../clock/clock.ts'
import { factsOf, loadModule } from '../powershell/module.ts'
import { leastVersionForTokens } from '../powershell/way.ts'
import type { ModuleSetup } from './gateways.ts'

/** Whether Microsoft's module can be used on this computer with tokens of ours: loads it, and ends it. Signs nobody in. */
export async function probeModule(setup: Omit<ModuleSetup, 'trouble' | 'logging'>): Promise<ModuleProbe> {
  const loaded = await loadModule({ ...setup, leastVersion: leastVersionForTokens, clock: systemClock })
  if (!loaded.ok) return { kind: 'obstacle', obstacle: loaded.failure }
  const { host, simulated, end } = loaded.value
  await end()
  return { kind: 'found', program: host.program, simulated, ...factsOf(loaded.value) }
}
