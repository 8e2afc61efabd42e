import { text } from '../text/index.ts'
import type { ModuleProbe } from './probe.ts'
import { obstacleWords, troubleWords } from './trouble-words.ts'

/** What a probe came to, in a sentence or two, and what to do. */
export function probeWords(probe: ModuleProbe): string {
  if (probe.kind === 'obstacle') return obstacleWords(probe.obstacle)
  if (probe.simulated) return troubleWords({ kind: 'simulated' })
  if (probe.logged) return troubleWords({ kind: 'logged' })
  return text.powershell.found(probe.program, probe.version, probe.module)
}

/** Whether a session can go by it. */
export const canBeUsed = (probe: ModuleProbe): boolean =>
  probe.kind === 'found' && !probe.simulated && !probe.logged
