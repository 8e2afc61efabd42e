import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { parseJson } from '../../shared/parse-json.ts'
import { createKnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { mapStrings } from '../../shared/text/secrets/map-strings.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import type { Clock } from '../clock/clock.ts'
import { endOnExit, endTree, hasEnded } from '../process/program-tree.ts'
import { type RunningProgram, startProgram } from '../process/start-program.ts'
import { type BridgeAnswer, type BridgeRequest, bridgeAnswer } from './messages.ts'

/** A process of ours that runs Microsoft's cmdlets, one after the other (resources/powershell/bridge.ps1). */
export type Bridge = {
  /**
   * Waits for its turn and asks. `limitMs` counts from when the request is written. If no answer comes by then, the
   * bridge ends the process, because nothing else stops a cmdlet. An abort ends only the caller's wait.
   */
  ask(
    request: BridgeRequest,
    options: { readonly limitMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<Asked>
  hasEnded(): boolean
  end(): Promise<void>
}

export type Asked =
  | { readonly kind: 'answered'; readonly answer: BridgeAnswer }
  /** `written`: the request may have been carried out. */
  | { readonly kind: 'unanswered'; readonly why: 'late' | 'ended' | 'stopped'; readonly written: boolean }

export type BridgeProgram = {
  readonly program: string
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** A folder of ours with the files that the script is to read. The script removes it at its end. */
  readonly folder: string
}

/**
 * Starts the process. If the system cannot start it, the system's error is returned. `chatter` hears each line that is
 * no answer, without tokens.
 */
export async function startBridge(
  { program, args, environment, folder }: BridgeProgram,
  options: { readonly clock: Clock; readonly nonce: string; readonly chatter: (line: string) => void },
): Promise<Bridge | NodeJS.ErrnoException> {
  const child = await startProgram(program, args, { environment, folder })
  if (child instanceof Error) return child
  return converse(child, folder, options)
}

function converse(
  child: RunningProgram,
  folder: string,
  { clock, nonce, chatter }: Parameters<typeof startBridge>[1],
): Bridge {
  const forget = endOnExit(child)
  let isOver = false
  let waiting: { readonly id: number; readonly settle: (asked: Asked) => void } | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let latest = 0

  const over = (): void => {
    isOver = true
    forget()
    waiting?.settle({ kind: 'unanswered', why: 'ended', written: true })
  }
  child.once('close', over)
  child.on('error', over)
  // The process has ended without reading. Its end is reported above.
  child.stdin.on('error', () => undefined)
  const secrets = createKnownSecrets()
  const say = (line: string): void => chatter(withoutSecrets(secrets.remove(line)))
  createInterface({ input: child.stderr }).on('line', say)
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Other output without a line end may stand before the answer.
    const at = line.indexOf(`${nonce} `)
    if (at < 0) return say(line)
    const answer = bridgeAnswer(mapStrings(parseJson(line.slice(at + nonce.length + 1)), secrets.remove))
    if (answer && answer.id === waiting?.id) waiting.settle({ kind: 'answered', answer })
    // Nobody can tell any more which answer belongs to which request.
    else void endTree(child)
  })

  const send = (message: object): void => void child.stdin.write(`${ascii(JSON.stringify(message))}\n`)
  send({ nonce, app: process.pid, folder })

  async function exchange(request: BridgeRequest, limitMs: number): Promise<Asked> {
    const id = ++latest
    if ('tokens' in request) for (const token of request.tokens) secrets.learn(token)
    const answered = new AbortController()
    const outcome = await new Promise<Asked>((settle) => {
      waiting = { id, settle }
      send({ ...request, id })
      void clock.sleep(limitMs, answered.signal).then(() => {
        if (!answered.signal.aborted) settle({ kind: 'unanswered', why: 'late', written: true })
      })
    })
    waiting = undefined
    answered.abort()
    if (outcome.kind === 'unanswered' && outcome.why === 'late') {
      isOver = true
      await endTree(child)
    }
    return outcome
  }

  return {
    async ask(request, { limitMs, signal }) {
      const before = turn
      let isWritten = false
      const asked = before.then((): Asked | Promise<Asked> => {
        if (signal?.aborted) return { kind: 'unanswered', why: 'stopped', written: false }
        if (isOver) return { kind: 'unanswered', why: 'ended', written: false }
        isWritten = true
        return exchange(request, limitMs)
      })
      turn = asked
      if (!signal) return asked
      const { promise: stopped, resolve } = Promise.withResolvers<Asked>()
      const stop = (): void => resolve({ kind: 'unanswered', why: 'stopped', written: isWritten })
      signal.addEventListener('abort', stop, { once: true })
      return Promise.race([asked, stopped]).finally(() => signal.removeEventListener('abort', stop))
    },
    hasEnded: () => isOver || hasEnded(child),
    async end() {
      isOver = true
      child.stdin.end()
      const patience = new AbortController()
      const closed = hasEnded(child) ? Promise.resolve() : once(child, 'exit').then(() => undefined)
      await Promise.race([closed, clock.sleep(endMs, patience.signal)])
      patience.abort()
      await endTree(child)
      forget()
    },
  }
}

/** The time that a script has to end when asked, in ms. */
const endMs = 2_000

/** JSON that no encoding of a console can change. */
const ascii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
