import { runProgram } from '../../core/process/run-program.ts'
import { assertNever } from '../../shared/assert-never.ts'

export type HelperAnswer = { readonly code: number | null; readonly out: string; readonly errors: string }

/** Runs a program of the system. Secrets go in by `input` alone: every user of a machine can read arguments. */
export type Helper = (program: string, args: readonly string[], input?: string) => Promise<HelperAnswer>

/** Why a helper program gave no result. `wordless`: it failed with an exit code, and said nothing. */
export class HelperTrouble extends Error {
  override readonly name = 'HelperTrouble'
  readonly kind: 'missing' | 'silent' | 'refused' | 'wordless' | 'too-long'
  readonly program: string
  /** Of a program that ended by itself. */
  readonly code: number | null

  /** `said`: of `refused` in the program's own words, which people read; else for whoever mends this program. */
  constructor(kind: HelperTrouble['kind'], program: string, said: string, code: number | null = null) {
    super(said)
    this.kind = kind
    this.program = program
    this.code = code
  }
}

/**
 * Runs helper programs with a time limit: one that asks the person something in a window that nobody sees
 * would otherwise wait for ever. `onSlow` is told once, when there is no answer after `slowMs`. Rejects with
 * HelperTrouble when the program is missing or does not end in time; an exit code is an answer.
 */
export function helperPrograms(limits: {
  readonly limitMs: number
  readonly slowMs: number
  readonly onSlow: () => void
}): Helper {
  const { limitMs, slowMs, onSlow } = limits
  let told = false
  const tellOnce = (): void => {
    if (!told) onSlow()
    told = true
  }
  return async (program, args, input = '') => {
    const slow = setTimeout(tellOnce, slowMs)
    const ran = await runProgram(program, args, { input, limitMs, maxBytes: longestAnswer })
    clearTimeout(slow)
    switch (ran.kind) {
      case 'ended':
        return { code: ran.code, out: ran.output, errors: ran.errors }
      case 'not-started':
        throw new HelperTrouble('missing', program, ran.message)
      case 'too-large':
        throw new HelperTrouble('too-long', program, `more than ${longestAnswer} bytes of output`)
      case 'too-late':
      case 'stopped':
        throw new HelperTrouble('silent', program, `no answer in ${limitMs} ms`)
      default:
        return assertNever(ran)
    }
  }
}

// In bytes.
const longestAnswer = 64 * 1024

/** What the program wrote of its failure, or its exit code. */
export const refusedBy = (program: string, { code, errors }: HelperAnswer): HelperTrouble =>
  errors.trim() === ''
    ? new HelperTrouble('wordless', program, `exit code ${code}`, code)
    : new HelperTrouble('refused', program, errors.trim(), code)
