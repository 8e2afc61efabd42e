import { test } from 'vitest'
import { proveLargeAnswers } from '../support/prove-large-answers.ts'

// Every kind of call gets each of them in test/proof.
test('an answer that was made to be large, of whatever shape, costs neither memory nor time', () =>
  proveLargeAnswers(7))
