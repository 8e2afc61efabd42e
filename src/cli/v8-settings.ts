import { statSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

/** Whether a file has so many rows that it takes V8's settings to make a difference. A small one is read sooner than they are set. */
export function isLarge(path: string): boolean {
  try {
    return statSync(path).size > 100_000
  } catch {
    // What is wrong with the file is told by who opens it.
    return false
  }
}

/**
 * For what ends within a second or two, before the code of V8's last compiler has saved the fifth of the processor time that it
 * takes.
 */
export function hurry(): void {
  setFlagsFromString('--no-opt')
}

/**
 * For a long list: otherwise garbage may take as much memory again as 100,000 phones do. This takes no time that can be
 * measured. It counts from the next collection on, so it is to be set before the memory is taken.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=50')
}
