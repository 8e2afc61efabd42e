import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { fail, type Result, succeed } from '../../src/shared/result.ts'

/** An app that was started just now, with a data folder of its own. */
export type StartedApp = {
  readonly userData: string
  /** The exit code; null when the process was killed. */
  readonly exited: Promise<number | null>
  /** Closes its window, as its user would. */
  close(): Promise<void> | void
}

/**
 * Waits until the app says in its log that its window is shown and that its page has found main, closes it, and
 * waits until it has ended. Answers what it said, or what went wrong. Nothing else is known of a packed app: no
 * debugger gets into it.
 */
export async function watchStart(
  app: StartedApp,
  limits = { startMs: 120_000, endMs: 30_000 },
): Promise<Result<readonly string[], string>> {
  const said = await Promise.race([
    untilSaid(app.userData, limits.startMs),
    app.exited.then((code) => fail(`The app ended by itself (exit code ${code}) before it was all there.`)),
  ])
  if (!said.ok) return said
  await app.close()
  const ended = await Promise.race([app.exited, after(limits.endMs)])
  if (ended === 'late') return fail(`The app was still there ${limits.endMs} ms after its window was closed.`)
  if (ended !== 0) return fail(`The app ended with the exit code ${ended}.`)
  return said
}

/** In the words of log-entries.ts. */
const awaited = ['Window shown', 'Page ready']

async function untilSaid(userData: string, limitMs: number): Promise<Result<readonly string[], string>> {
  const file = join(userData, 'logs/main.log')
  const begun = performance.now()
  let entries: readonly Entry[] = []
  for await (const _ of setInterval(100)) {
    entries = await readEntries(file)
    // Errors of the app are bugs; those of other areas, such as a network that is not there, are not.
    const troubles = entries.filter(({ level, area }) => level === 'error' && area === 'app')
    if (troubles.length > 0) return fail(`The app logged errors: ${JSON.stringify(troubles)}`)
    const messages = entries.map(({ message }) => message)
    if (awaited.every((start) => messages.some((message) => message.startsWith(start))))
      return succeed(messages)
    if (performance.now() - begun > limitMs) break
  }
  return fail(
    `The app did not say ${awaited.join(' and ')} within ${limitMs} ms. Its log: ${JSON.stringify(entries)}`,
  )
}

type Entry = { readonly level: string; readonly area: string; readonly message: string }

async function readEntries(file: string): Promise<readonly Entry[]> {
  const written = await readFile(file, 'utf8').catch(() => '')
  // The last line may not be whole yet.
  return written
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

async function after(ms: number): Promise<'late'> {
  for await (const _ of setInterval(ms, undefined, { ref: false })) break
  return 'late'
}
