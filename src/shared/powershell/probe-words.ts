import { text } from '../text/index.ts'
import { loggingWords } from './logging-words.ts'
import type { ModuleFacts } from './module-facts.ts'
import type { ModuleProbe } from './probe.ts'
import { obstacleWords, troubleWords } from './trouble-words.ts'

/** What a probe came to, in a sentence or two, and what to do. */
export function probeWords(probe: ModuleProbe): string {
  if (probe.kind === 'obstacle') return obstacleWords(probe.obstacle)
  if (probe.simulated) return troubleWords({ kind: 'simulated' })
  if (isLogged(probe)) return troubleWords({ kind: 'logged' })
  return text.powershell.found(probe.program, probe.version, probe.module)
}

/** What of such a session would be written down on this computer, where one is possible. */
export const probeNotices = (probe: ModuleProbe): readonly string[] =>
  canBeUsed(probe) && probe.kind === 'found' ? loggingWords(probe.logging) : []

/** Whether a session can go by it. */
export const canBeUsed = (probe: ModuleProbe): boolean =>
  probe.kind === 'found' && !probe.simulated && !isLogged(probe)

/** Parameters of commands are written to the event log, and tokens are parameters. */
const isLogged = ({ logging }: ModuleFacts): boolean => logging.includes('module')
