import type { AppFailure } from '../../../shared/app-failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { Asked } from './history-store.ts'

/** Asks again. The known value stays in view meanwhile. */
export const begin = <Value>({ value, at }: Asked<Value>): Asked<Value> => ({
  ...(value !== undefined && { value }),
  ...(at !== undefined && { at }),
  loading: true,
})

/** The answer is there. Where it is a failure, what was known stays. */
export const end = <Value>(asking: Asked<Value>, answer: Result<Value, AppFailure>): Asked<Value> =>
  answer.ok
    ? { value: answer.value, at: Date.now(), loading: false }
    : { ...asking, failure: answer.failure, loading: false }
