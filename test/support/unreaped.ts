import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

/** Kills a process whose parent has stopped itself. Resolves when it is dead and still has its number. Linux. */
export async function killUnreaped(pid: number, parent: number | undefined): Promise<void> {
  // A shell that has not stopped yet takes notice.
  while ((await stateOf(parent)) !== 'T') await wait(1)
  process.kill(pid, 'SIGKILL')
  while ((await stateOf(pid)) !== 'Z') await wait(1)
}

/** One letter, as proc_pid_stat(5) has it. */
export const stateOf = async (pid: number | undefined): Promise<string | undefined> =>
  /\) (\w) /.exec(await readFile(`/proc/${pid}/stat`, 'latin1'))?.[1]

/** A killed process whose parent does not reap it until `end`. Linux. */
export async function unreapedProcess(): Promise<{ readonly pid: number; end(): Promise<void> }> {
  const shell = spawn('/bin/sh', ['-c', 'sleep 1000 >/dev/null & echo $!; kill -STOP $$'])
  const [line] = await once(shell.stdout, 'data')
  const pid = Number(line)
  await killUnreaped(pid, shell.pid)
  return {
    pid,
    async end() {
      shell.kill('SIGKILL')
      await once(shell, 'close')
    },
  }
}
