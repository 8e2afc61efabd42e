import { spawn } from 'node:child_process'

export type HelperAnswer = { readonly code: number | null; readonly out: string; readonly errors: string }

/** Runs a program of the system. Secrets go in by `input` alone: every user of a machine can read arguments. */
export type Helper = (program: string, args: readonly string[], input?: string) => Promise<HelperAnswer>

/** Why a helper program gave no result. */
export class HelperTrouble extends Error {
  override readonly name = 'HelperTrouble'
  readonly kind: 'missing' | 'silent' | 'refused'
  readonly program: string

  /** `said`: in the program's own words, or those of the system. */
  constructor(kind: HelperTrouble['kind'], program: string, said: string) {
    super(said)
    this.kind = kind
    this.program = program
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
  return (program, args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, { stdio: 'pipe', windowsHide: true })
      const slow = setTimeout(tellOnce, slowMs)
      const late = setTimeout(() => {
        child.kill('SIGKILL')
        // What it has started itself may hold the pipes open.
        for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy()
        reject(new HelperTrouble('silent', program, `no answer in ${limitMs} ms`))
      }, limitMs)
      const settle = (end: () => void): void => {
        clearTimeout(slow)
        clearTimeout(late)
        end()
      }
      let out = ''
      let errors = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out = `${out}${text}`.slice(0, longestAnswer)
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        errors = `${errors}${text}`.slice(0, longestAnswer)
      })
      child.on('error', (error) => settle(() => reject(new HelperTrouble('missing', program, error.message))))
      child.on('close', (code) => settle(() => resolve({ code, out, errors })))
      // One that ends without reading breaks the pipe; its exit code tells more.
      child.stdin.on('error', () => undefined)
      child.stdin.end(input)
    })
}

const longestAnswer = 64 * 1024

/** What the program wrote of its failure, or its exit code. */
export const refusedBy = (program: string, { code, errors }: HelperAnswer): HelperTrouble =>
  new HelperTrouble('refused', program, errors.trim() || `exit code ${code}`)
