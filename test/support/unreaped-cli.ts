import { spawn } from 'node:child_process'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLine } from './run-cli.ts'
import { killUnreaped, stateOf } from './unreaped.ts'

/** The built command line under a parent that never reaps it. */
export type UnreapedCli = {
  /** Resolves once stdout and stderr have held the text so many times; rejects if the command ends before. */
  said(words: string, times?: number): Promise<void>
  /** Kills it. Resolves when it is dead and still has its number: state Z in /proc. */
  kill(): Promise<void>
  /** Lets its parent go, and so its number. */
  end(): Promise<void>
}

/** The parent is a shell that stops itself: it cannot take notice of anything. Needs /bin/sh and Linux. */
export function startUnreapedCli(...args: readonly string[]): UnreapedCli {
  const shell = spawn(
    '/bin/sh',
    ['-c', '"$0" "$@" & echo "pid $!"; kill -STOP $$', process.execPath, commandLine, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } },
  )
  let out = ''
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
  const closed = new Promise<void>((resolve) => shell.on('close', () => resolve()))
  const pid = async (): Promise<number> => {
    for (;;) {
      const [, number] = /^pid (\d+)\n/m.exec(out) ?? []
      if (number !== undefined) return Number(number)
      await wait(1)
    }
  }
  const isDead = async (): Promise<boolean> => (await stateOf(await pid())) === 'Z'
  return {
    async said(words, times = 1) {
      while (out.split(words).length <= times) {
        if (await isDead()) throw new Error(`Ended without saying "${words}":\n${out}`)
        await wait(1)
      }
    },
    kill: async () => killUnreaped(await pid(), shell.pid),
    async end() {
      shell.kill('SIGKILL')
      await closed
    },
  }
}
