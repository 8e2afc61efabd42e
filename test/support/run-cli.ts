import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export type CliOutcome = { readonly code: number | null; readonly out: string; readonly errors: string }

export type RunningCli = {
  readonly pid: number | undefined
  readonly done: Promise<CliOutcome>
  /** Resolves as soon as stdout or stderr has held the text; rejects if the command ends before, or hangs. */
  said(words: string): Promise<void>
  signal(name: 'SIGINT' | 'SIGKILL'): void
  /** What somebody types; of use at a terminal alone. */
  type(keys: string): void
}

/** Starts the built command line as its users do: a process of its own, without a terminal. */
export const startCli = (...args: readonly string[]): RunningCli => startCliWith({}, ...args)

/** The same with changes to the environment. */
export const startCliWith = (environment: NodeJS.ProcessEnv, ...args: readonly string[]): RunningCli =>
  startProgram(process.execPath, [commandLine, ...args], environment)

/** The same in a folder, so that odd paths do not end up in this one; where a shell script is given, by it. */
export const startCliAt = (
  folder: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  script?: string,
): RunningCli =>
  script === undefined
    ? startProgram(process.execPath, [commandLine, ...args], environment, folder)
    : startProgram('/bin/bash', ['-c', script, process.execPath, commandLine, ...args], environment, folder)

/**
 * The same at a terminal that script(1) makes up: everything comes as `out`, and keys can be pressed. The shell
 * gives its place to the command, for some shells would stay and be ended by a Ctrl-C themselves.
 */
export function startCliAtTerminal(environment: NodeJS.ProcessEnv, ...args: readonly string[]): RunningCli {
  const command = [process.execPath, commandLine, ...args].map((part) => `'${part}'`).join(' ')
  return startProgram('/usr/bin/script', ['-q', '-e', '-c', `exec ${command}`, '/dev/null'], environment)
}

/** The same in a shell that prepares things first; `script` ends with `exec "$0" "$@"`. */
export const startCliIn = (script: string, ...args: readonly string[]): RunningCli =>
  startProgram('/bin/bash', ['-c', script, process.execPath, commandLine, ...args], {})

/** The same through another program, for example on another host (`there`). */
export function startCliBy(way: (command: Command) => Command, ...args: readonly string[]): RunningCli {
  const [program, ...rest] = way([process.execPath, commandLine, ...args])
  return startProgram(program, rest, {})
}

type Command = readonly [program: string, ...args: string[]]

// Before the test's own limit, which says nothing of what the command said. In ms.
const longestSilence = 200_000

export const commandLine = join(root, 'out/cli/index.js')

export function startProgram(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder?: string,
): RunningCli {
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...environment },
  })
  let out = ''
  let errors = ''
  const watchers = new Set<() => void>()
  const hear = (): void => {
    for (const watcher of watchers) watcher()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    hear()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
    hear()
  })
  const done = new Promise<CliOutcome>((settle, reject) => {
    child.on('error', reject)
    child.on('close', (code) => settle({ code, out, errors }))
  })
  return {
    pid: child.pid,
    done,
    said: (words) =>
      new Promise((settle, reject) => {
        const refuse = (how: string): void =>
          reject(new Error(`${how} without saying "${words}":\n${out}${errors}`))
        const hangs = setTimeout(() => refuse('Goes on'), longestSilence)
        const look = (): void => {
          if (!`${out}${errors}`.includes(words)) return
          watchers.delete(look)
          clearTimeout(hangs)
          settle()
        }
        watchers.add(look)
        look()
        void done.then(() => {
          clearTimeout(hangs)
          refuse('Ended')
        })
      }),
    signal: (name) => void child.kill(name),
    type: (keys) => void child.stdin.write(keys),
  }
}

export const runCli = (...args: readonly string[]): Promise<CliOutcome> => startCli(...args).done
