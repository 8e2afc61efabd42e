import { describe, expect, test } from 'vitest'
import { offerOf } from '../../../../src/renderer/src/model/history/offer.ts'
import { offerWords, otherWords } from '../../../../src/renderer/src/model/history/offer-words.ts'
import { type PastRun, pastRun } from '../../../../src/shared/run/past-run.ts'
import type { Watching } from '../../../../src/shared/run/run-state.ts'
import type { SessionState } from '../../../../src/shared/session.ts'
import { operator, tenant } from '../../../support/run-samples.ts'
import { goodSheet, runOf } from '../../support/samples.ts'

const fabrikam = { ...tenant, id: 'fabrikam', name: 'Fabrikam' }
const playground = { ...tenant, id: 'playground', simulated: true }
const session: SessionState = { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' }
const stopped: Watching = { kind: 'stopped', reason: 'ended' }

const past = (runId: string, more: Partial<PastRun> = {}): PastRun => ({
  ...pastRun(runOf(goodSheet), undefined),
  runId,
  watching: stopped,
  ...more,
})
const idsOf = (runs: readonly PastRun[] | undefined) => runs?.map(({ runId }) => runId)

describe('what is offered', () => {
  test('are the runs of this tenant that are neither finished nor watched by somebody', () => {
    const runs = [
      past('a'),
      past('b'),
      past('done', { watching: { kind: 'finished' } }),
      past('busy', { watching: { kind: 'watching' } }),
    ]
    const offer = offerOf(runs, [], session, undefined)
    expect(idsOf(offer?.here)).toEqual(['a', 'b'])
    expect(idsOf(offer?.watchedElsewhere)).toEqual(['busy'])
  })

  test('are told with the computer that holds them, where it is another one', () => {
    const here = {
      kind: 'process' as const,
      process: 7,
      since: '2026-03-02T09:00:00.000Z',
      file: '/runs/a.jsonl.lock',
    }
    const holder = { ...here, kind: 'computer' as const, computer: 'former-name' }
    const inContainer = { ...holder, kind: 'environment' as const, computer: 'desk' }
    const unreadable = { kind: 'unreadable' as const, reason: 'EBUSY', since: here.since, file: here.file }
    const watching = { watching: { kind: 'watching' } } as const
    const offer = offerOf(
      [here, holder, inContainer, unreadable].map((one, index) =>
        past(`${index}`, { ...watching, holder: one }),
      ),
      [],
      session,
      undefined,
    )
    expect(offer && otherWords(offer)).toEqual([
      expect.stringMatching(/on this computer\..*History/),
      expect.stringMatching(/former-name.*History/),
      expect.stringMatching(/computer called desk, or in another environment.*History/),
      expect.stringMatching(/We can’t tell.*History/),
    ])
  })

  test('are not those of other tenants, which are counted by name', () => {
    const runs = [past('a', { tenant: fabrikam }), past('b', { tenant: fabrikam })]
    const offer = offerOf(runs, [], session, undefined)
    expect(offer?.here).toEqual([])
    expect(offer && otherWords(offer)).toEqual([
      '2 unfinished runs belong to Fabrikam: sign in there to resume them.',
    ])
  })

  test('is nothing simulated in a real tenant, and nothing at all when that is all there is', () => {
    expect(offerOf([past('a', { tenant: playground })], [], session, undefined)).toBeUndefined()
  })

  test('is nothing before a tenant is known, and nothing while a run is watched', () => {
    const runs = [past('a')]
    expect(offerOf(runs, [], { kind: 'signed-out', accounts: [] }, undefined)).toBeUndefined()
    expect(offerOf(runs, [], session, runOf(goodSheet))).toBeUndefined()
  })

  test('is not the run on the screen, nor what was put off', () => {
    const shown = runOf(goodSheet, { type: 'WatchStopped', reason: 'operator' })
    const runs = [past(shown.runId), past('later'), past('next')]
    expect(idsOf(offerOf(runs, ['later'], session, shown)?.here)).toEqual(['next'])
  })
})

describe('the words of an offer', () => {
  const sentences = (more: Partial<PastRun>, who = operator.username) => offerWords(past('a', more), who)

  test('say how many phones, where they stand, why watching ended and what is still to be submitted', () => {
    const { started, stands, why } = sentences({ toSubmit: { phones: 2, batches: 1 } })
    expect(started).toMatch(/^2 phones, started on .*2026/)
    expect(started).not.toContain(operator.username)
    expect(stands).toBe('2 queued.')
    expect(why).toEqual([
      'Watching was cut off, as by a crash or a power cut.',
      'Microsoft continues with the phones already submitted.',
      "2 phones in 1 batch haven't been submitted yet. You're asked before they are.",
    ])
  })

  test('name the operator when it was another one', () => {
    expect(sentences({}, 'other@contoso.com').started).toContain(`by ${operator.username}`)
    expect(sentences({}, operator.username.toUpperCase()).started).not.toContain('by ')
  })

  test('promise nothing of a simulated service that ended with the app', () => {
    expect(sentences({ tenant: playground }).why.join(' ')).toContain('may no longer know these phones')
  })
})
