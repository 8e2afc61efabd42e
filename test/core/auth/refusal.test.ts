import { describe, expect, test } from 'vitest'
import { readRefusal, refusalOf } from '../../../src/core/auth/refusal.ts'

const description =
  'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication. Trace ID: 0b1c2d3e-0000-4000-8000-00000000cafe Correlation ID: 5e1f0a11-0000-4000-8000-000000000a01 Timestamp: 2026-11-21 08:00:00Z'
const told = {
  error: 'interaction_required',
  number: 50076,
  said: 'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.',
  correlationId: '5e1f0a11-0000-4000-8000-000000000a01',
  at: '2026-11-21T08:00:00.000Z',
}

describe('a refusal', () => {
  test('is read from the words alone', () => {
    expect(refusalOf('interaction_required', description)).toEqual(told)
  })

  test('is read from words with line breaks', () => {
    expect(
      refusalOf('interaction_required', description.replaceAll(/ (?=Trace|Corr|Time)/g, '\r\n')),
    ).toEqual(told)
  })

  test('is read from a body, whose fields count more than its words', () => {
    const body = {
      error: 'interaction_required',
      error_description: description,
      error_codes: [50079],
      correlation_id: 'ffff0a11-0000-4000-8000-000000000a01',
      claims: '{"access_token":{}}',
      suberror: 'basic_action',
    }
    expect(readRefusal(body)).toEqual({
      ...told,
      number: 50079,
      correlationId: 'ffff0a11-0000-4000-8000-000000000a01',
      claims: '{"access_token":{}}',
      suberror: 'basic_action',
    })
  })

  test('needs no more than its error', () => {
    expect(readRefusal({ error: 'server_error', error_codes: 'none', timestamp: 'soon' })).toEqual({
      error: 'server_error',
    })
  })

  test.each([{}, { error: '' }, { error: 5 }, 'error', undefined, null, []])('is not in %j', (body) => {
    expect(readRefusal(body)).toBeUndefined()
  })
})
