import type { Helper, HelperAnswer } from '../../src/cli/tokens/helper-program.ts'

export type HelperCall = {
  readonly program: string
  readonly args: readonly string[]
  readonly input: string
}

/** A helper program that answers as told, and every call of it. */
export function scriptedHelper(answer: (call: HelperCall) => Partial<HelperAnswer>): {
  readonly run: Helper
  readonly calls: readonly HelperCall[]
} {
  const calls: HelperCall[] = []
  return {
    calls,
    async run(program, args, input = '') {
      const call = { program, args, input }
      calls.push(call)
      return { code: 0, out: '', errors: '', ...answer(call) }
    },
  }
}
