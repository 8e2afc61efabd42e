import type { Shell } from 'electron'
import type { InvokeChannel, InvokeContract } from '../../shared/ipc.ts'
import { fail, succeed } from '../../shared/result.ts'
import { mayBeOpened } from '../../shared/saved-file.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'

/** The channels that save a file where the operator says, and answer where. */
type SavingChannel = {
  [Channel in InvokeChannel]: undefined extends InvokeContract[Channel]['answer']
    ? string extends NonNullable<InvokeContract[Channel]['answer']>
      ? Channel
      : never
    : never
}[InvokeChannel]

/** Lists them at run time; the compiler holds the list to the contract. */
const savingChannels = Object.keys({
  'tenant-test:save': 1,
  'list:save-template': 1,
  'list:save': 1,
  'run:export': 1,
  'report:save': 1,
  'site:save': 1,
  'readiness:save': 1,
} satisfies Record<SavingChannel, 1>) as readonly SavingChannel[]

const { failures } = text.main

/**
 * The same handlers, and one that opens the files that they saved, or shows them in their folder. The page names a file by
 * its path, which counts only if the app saved that file since its start. The app opens no file that would run.
 */
export function withSavedFiles(
  handlers: Omit<Handlers, 'saved:open'>,
  shell: Pick<Shell, 'openPath' | 'showItemInFolder'>,
): Handlers {
  const saved = new Set<string>()
  const remembering = savingChannels.map((channel) => {
    const handler = handlers[channel] as (request: never) => ReturnType<Handlers[SavingChannel]>
    const remember = async (request: never) => {
      const answer = await handler(request)
      if (answer.ok && answer.value !== undefined) saved.add(answer.value)
      return answer
    }
    return [channel, remember] as const
  })
  return {
    ...handlers,
    ...Object.fromEntries(remembering),
    'saved:open': async ({ file, how }) => {
      if (!saved.has(file)) return fail({ kind: 'file', ...failures.notSavedHere })
      if (how === 'show') {
        shell.showItemInFolder(file)
        return succeed(undefined)
      }
      if (!mayBeOpened(file)) return fail({ kind: 'file', ...failures.notOpenedHere(file) })
      const reason = await shell.openPath(file)
      return reason === '' ? succeed(undefined) : fail({ kind: 'file', ...failures.notOpened(file, reason) })
    },
  }
}
