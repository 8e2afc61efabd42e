import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { FromHost, HostOptions, ToHost } from './control.ts'

/** An app that runs in a host process of its own. */
export type HostProcess = {
  /** Where Playwright can connect to the app's browser. */
  readonly endpoint: string
  /** Lets the app begin. Calls back with each window before it loads; it loads when that has resolved. */
  begin(windowOpened?: (targetId: string) => Promise<void>): Promise<void>
  /** Calls a function with main's `electron`; it must refer to nothing outside itself. */
  evaluate(work: string, arg: unknown): Promise<unknown>
  kill(): void
  /** The exit code; null when the process was killed. */
  readonly exited: Promise<number | null>
  /** Main's output so far. */
  output(): string
}

/** Starts the host; the app itself waits for `begin`. Host and browser end with this process at the latest. */
export async function startHost(
  options: HostOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<HostProcess> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env,
  })
  const output = outputOf(child)
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const host = listen(child, exited, output)

  const started = host.next('browser')
  host.tell({ kind: 'start', options })
  const { endpoint, pid } = await started
  return {
    endpoint,
    async begin(windowOpened) {
      host.on('window', async ({ targetId }) => {
        await windowOpened?.(targetId)
        host.tell({ kind: 'window-ready', targetId })
      })
      const ready = host.next('ready')
      host.tell({ kind: 'attached' })
      await ready
    },
    evaluate: host.evaluate,
    kill: () => void child.kill('SIGKILL'),
    exited: exited.then((code) => {
      endBrowser(pid)
      return code
    }),
    output,
  }
}

/** It ends by itself, but not before it has written to its profile once more. */
function endBrowser(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

type Said<Kind extends FromHost['kind']> = Extract<FromHost, { readonly kind: Kind }>

function listen(child: ChildProcess, exited: Promise<number | null>, output: () => string) {
  const ended = exited.then((code): never => {
    throw new Error(`The app has ended (exit code ${code}). ${output()}`)
  })
  // Its end is expected where nobody waits for it to say something.
  ended.catch(() => undefined)
  let lastId = 0

  function on<Kind extends FromHost['kind']>(kind: Kind, listener: (said: Said<Kind>) => void): () => void {
    const take = (message: FromHost): void => {
      if (message.kind === kind) listener(message as Said<Kind>)
    }
    child.on('message', take)
    return () => void child.off('message', take)
  }

  function next<Kind extends FromHost['kind']>(kind: Kind): Promise<Said<Kind>> {
    const said = new Promise<Said<Kind>>((resolve) => {
      const off = on(kind, (message) => {
        off()
        resolve(message)
      })
    })
    return Promise.race([said, ended])
  }

  function tell(message: ToHost): void {
    // Whoever waits for an answer of an app that has ended is told so by `ended`.
    child.send(message, () => undefined)
  }

  async function evaluate(source: string, arg: unknown): Promise<unknown> {
    const id = ++lastId
    const answered = new Promise<unknown>((resolve, reject) => {
      const off = [
        on('value', (said) => said.id === id && settle(() => resolve(said.value))),
        on('error', (said) => said.id === id && settle(() => reject(new Error(said.message)))),
      ]
      const settle = (how: () => void): void => {
        for (const end of off) end()
        how()
      }
    })
    tell({ kind: 'evaluate', id, source, arg })
    return Promise.race([answered, ended])
  }
  return { on, next, tell, evaluate }
}

function outputOf(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (chunk: string) => {
      said = `${said}${chunk}`.slice(-100_000)
    })
  }
  return () => said
}
