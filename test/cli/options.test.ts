import { expect, test } from 'vitest'
import { batchSize } from '../../src/cli/options.ts'

test('a batch size is a whole number from 10 to 100', () => {
  const parse = (value: string): unknown => batchSize().parseArg?.(value, undefined)
  expect(['10', '25', '100'].map(parse)).toEqual([10, 25, 100])
  for (const value of ['9', '101', '25.5', '-25', 'many', '', '1e2'])
    expect(() => parse(value), value).toThrow('It must be a number from 10 to 100.')
})
