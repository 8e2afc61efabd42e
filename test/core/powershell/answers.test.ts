import { expect, test } from 'vitest'
import { readCreateBatchAnswer } from '../../../src/core/gateway/create-batch-answer.ts'
import { answerOf } from '../../../src/core/powershell/answers.ts'
import type { Fault } from '../../../src/core/powershell/messages.ts'

const fault = (more: Partial<Fault>): Fault => ({
  ...{ id: '', reason: '', message: '', details: '', action: '', code: '', body: '' },
  ...{ retryAfter: '', correlationId: '', causes: [] },
  ...more,
})

const created = (error: Fault) => {
  const answer = answerOf({ id: 1, ok: false, error }, 'create')
  const outcome = readCreateBatchAnswer({ baseUrl: 'https://api.example', now: Date.now }, answer)
  return outcome.ok ? 'taken' : outcome.failure.kind
}

const cmdlet = 'Microsoft.Teams.ConfigAPI.Cmdlets.Generated.Cmdlets.NewCsSdgBulkSignInRequest_New'

test.each<[string, Partial<Fault>]>([
  [
    'a code and a message, as any gateway says it',
    { id: `BadRequest,${cmdlet}`, message: '[BadRequest] : Bad request.' },
  ],
  [
    'a limit on connections',
    { id: `TooManyRequests,${cmdlet}`, message: 'Too many concurrent connections.' },
  ],
  [
    'access, in a sentence of its own',
    { id: `Forbidden,${cmdlet}`, message: 'Access denied by the web filter of your network.' },
  ],
  [
    'credentials, in a sentence of its own',
    { id: `Unauthorized,${cmdlet}`, message: 'The proxy got invalid credentials.' },
  ],
  ['a page', { status: 403, body: '<html><title>Access denied</title></html>' }],
  ['nothing', {}],
])('an error that speaks of %s does not prove that the service took no batch', (_, error) => {
  expect(created(fault(error))).toBe('unexpected')
})

test.each<[string, Partial<Fault>, string]>([
  [
    'the action that it recommends',
    { id: `AccessDenied,${cmdlet}`, message: '[AccessDenied] : No.', action: 'Ask for a role.' },
    'denied',
  ],
  ['its own words for missing rights', { id: `Forbidden,${cmdlet}`, message: 'Access Denied.' }, 'denied'],
  [
    'its own words for a sign-in that has ended',
    { id: `Unauthorized,${cmdlet}`, message: 'Invalid credential' },
    'expired',
  ],
  [
    'a limit on batches in a region',
    { id: `BadRequest,${cmdlet}`, message: 'Too many batches are in progress in this region.' },
    'region-full',
  ],
])('%s is an answer of the service: nothing was taken', (_, error, kind) => {
  const status = kind === 'denied' && error.action ? { status: 403 } : {}
  expect(created(fault({ ...error, ...status }))).toBe(kind)
})

test('a read may change nothing, so a code is enough for it', () => {
  const error = fault({ id: `NotFound,${cmdlet}`, message: '[BatchNotFound] : No batch.' })
  expect(JSON.parse(answerOf({ id: 1, ok: false, error }).body.text)).toEqual({
    ...{ errorCode: 'BatchNotFound', message: 'No batch.' },
  })
})
