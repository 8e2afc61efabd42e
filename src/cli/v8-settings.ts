import { stat } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'

/** Whether a file has so many rows that it takes V8's settings to make a difference. A small one is read sooner than they are set. */
export const isLarge = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size > 100_000,
    // What is wrong with the file is told by who opens it.
    () => false,
  )

/**
 * For work of a second or less, which ends before some of what V8 does has paid off: its last compiler takes a fifth of the
 * processor time, and the space for new objects grows in so small steps that most of them are moved twice.
 */
export function hurry(): void {
  for (const flag of ['--no-opt', '--semi-space-growth-factor=16']) setFlagsFromString(flag)
}

/**
 * For work that lasts, and has much to write: otherwise garbage may take as much memory again as 100,000 phones do. This takes
 * no time that can be measured. It counts from the next collection on, so it is to be set before the memory is taken.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=50')
}
