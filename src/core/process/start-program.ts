import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

/** Its pipes are its conversation. */
export type RunningProgram = ChildProcessWithoutNullStreams

/**
 * Starts a program to talk to: without a shell, on Windows without a window, in this folder and with only this environment.
 * If the system can't start it, answers the system's error. The caller must end the program.
 */
export async function startProgram(
  program: string,
  args: readonly string[],
  { environment, folder }: { readonly environment: NodeJS.ProcessEnv; readonly folder: string },
): Promise<RunningProgram | NodeJS.ErrnoException> {
  // A group of its own, so that it can be ended with all that it starts. On Windows that would open a console.
  const detached = process.platform !== 'win32'
  const child = spawn(program, args, {
    ...{ cwd: folder, env: environment, stdio: 'pipe', shell: false, windowsHide: true, detached },
  })
  if (child.pid !== undefined) return child
  const [error] = await once(child, 'error')
  return error
}
