import { test } from 'vitest'
import { proveLayouts } from '../../support/prove-layouts.ts'

test('whatever the order and the names of its columns, a list gives its own phones or a question', () => {
  proveLayouts(1_000)
})
