import { type ChildProcess, execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

/**
 * Ends a program with all that it started. The program must lead a process group of its own, except on Windows: there
 * taskkill finds its children, as long as it runs itself. Never rejects: what is gone already needs no end.
 */
export async function endTree(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  if (process.platform !== 'win32') return endGroup(pid)
  if (hasEnded(child)) return
  await new Promise<void>((resolve) => {
    // Not by PATH, on which anything may call itself taskkill.
    const taskkill = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    const options = { windowsHide: true, timeout: patience }
    execFile(taskkill, ['/PID', String(pid), '/T', '/F'], options, () => {
      child.kill('SIGKILL')
      resolve()
    })
  })
}

/** In ms; what taskkill has not done by then, it won't. */
const patience = 5_000

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // ESRCH: nobody is left in it.
  }
}

const running = new Set<ChildProcess>()

/**
 * Ends the program when this process ends, until the function returned is called. A group of its own hears neither
 * Ctrl-C nor that its terminal is gone.
 */
export function endWithUs(child: ChildProcess): () => void {
  if (running.size === 0) {
    process.on('exit', endAll)
    // First of all who listen: those that want to hear of it once are still counted then.
    for (const signal of signals) process.prependListener(signal, endAllBy)
  }
  running.add(child)
  return () => {
    running.delete(child)
    if (running.size === 0) stopListening()
  }
}

/**
 * Ends the program when this process ends by itself, until the function returned is called. For one that reads what this
 * process writes, and so ends with it anyway: Ctrl-C must not end it, because the app waits for its answer.
 */
export function endOnExit(child: ChildProcess): () => void {
  const end = (): void => endAtOnce(child)
  process.on('exit', end)
  return () => void process.removeListener('exit', end)
}

const signals = ['SIGINT', 'SIGHUP'] as const

function stopListening(): void {
  process.removeListener('exit', endAll)
  for (const signal of signals) process.removeListener(signal, endAllBy)
}

function endAll(): void {
  for (const child of running) endAtOnce(child)
}

function endAtOnce(child: ChildProcess): void {
  if (process.platform === 'win32') child.kill('SIGKILL')
  else if (child.pid !== undefined) endGroup(child.pid)
}

function endAllBy(signal: NodeJS.Signals): void {
  endAll()
  if (process.listenerCount(signal) > 1) return
  // Nobody else listens: the signal does what it would have done without us.
  stopListening()
  process.kill(process.pid, signal)
}
