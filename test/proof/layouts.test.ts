import { test } from 'vitest'
import { proveLayouts } from '../support/prove-layouts.ts'

test('20,000 lists with their columns in any order and under any names give their own phones or a question', () => {
  proveLayouts(20_000)
})
