import type { ModuleProbe } from '../../shared/powershell/probe.ts'
import { systemClock } from '../clock/clock.ts'
import { loadModule } from '../powershell/module.ts'
import { leastVersionForTokens } from '../powershell/way.ts'
import type { ModuleSetup } from './gateways.ts'

/** Whether Microsoft's module can be used on this computer with tokens of ours: loads it, and ends it. Signs nobody in. */
export async function probeModule(setup: Omit<ModuleSetup, 'trouble'>): Promise<ModuleProbe> {
  const loaded = await loadModule({ ...setup, leastVersion: leastVersionForTokens, clock: systemClock })
  if (!loaded.ok) return { kind: 'obstacle', obstacle: loaded.failure }
  const { host, hello, version, simulated, end } = loaded.value
  await end()
  const { program, edition } = host
  const found = { kind: 'found', program, edition, simulated } as const
  return { ...found, version: hello.version, module: version, logged: hello.logging.module }
}
