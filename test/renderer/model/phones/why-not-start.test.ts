import { expect, test } from 'vitest'
import { whyNotStart } from '../../../../src/renderer/src/model/phones/why-not-start.ts'
import { checkPhones } from '../../../../src/shared/phones/check.ts'
import type { SessionState } from '../../../../src/shared/session.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { operator, tenant } from '../../../support/run-samples.ts'
import { goodSheet, runOf, sheetOf } from '../../support/samples.ts'

const { why } = text.window.phones
const signedIn: SessionState = { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' }
const signedOut: SessionState = { kind: 'signed-out', accounts: [] }
const good = checkPhones(goodSheet, 'NOAM')

test('nothing keeps a good list from being signed in', () => {
  expect(whyNotStart(good, signedIn, undefined)).toBeUndefined()
})

test('a finished run is no hindrance, one under way is', () => {
  expect(whyNotStart(good, signedIn, runOf(goodSheet, { type: 'RunFinished' }))).toBeUndefined()
  expect(whyNotStart(good, signedIn, runOf(goodSheet))).toBe(why.underWay)
})

test.each([
  ['there is no list', undefined, signedIn, why.noList],
  ['no region is known', checkPhones(goodSheet, undefined), signedIn, why.noRegion],
  ['no row is without errors', checkPhones(sheetOf(['lobby', '0']), 'NOAM'), signedIn, why.nothingReady],
  ['nobody is signed in', good, signedOut, why.signedOut],
])('the button says why when %s', (_, list, session, reason) => {
  expect(whyNotStart(list, session, undefined)).toBe(reason)
})
