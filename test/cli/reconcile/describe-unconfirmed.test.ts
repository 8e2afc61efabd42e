import { expect, test } from 'vitest'
import { describeUnconfirmed } from '../../../src/cli/reconcile/describe-unconfirmed.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { Candidate } from '../../../src/shared/run/evidence.ts'
import type { BatchState } from '../../../src/shared/run/run-state.ts'
import { attackStrings } from '../../hostile/support/attack-strings.ts'
import { startedWith, stateOf } from '../../support/run-samples.ts'

// Two batches of 75: the first is unconfirmed, the second waits.
const state = stateOf(
  startedWith(150),
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  {
    type: 'BatchOutcomeUnknown',
    batch: 0,
    failure: { kind: 'unavailable', status: 503, why: { code: 'written', sentence: 'Server error.' } },
  },
  { type: 'WatchStopped', reason: 'operator' },
)
const [unconfirmed] = state.batches as readonly [BatchState, BatchState]

const candidate: Candidate = {
  batchId: '3f1c9a52-aaaa-4bbb-8ccc-0123456789ab',
  requestTime: '2026-03-02T09:00:02Z',
  batchStatus: 'InProgress',
  size: 75,
  matching: 75,
  isExact: true,
  isEarlier: false,
}
const described = (...candidates: readonly Candidate[]) =>
  describeUnconfirmed({ batch: 0, unconfirmed, evidence: succeed(candidates) }, state, 'commands').join('\n')

test('an unconfirmed submission is told with why nobody knows, and what else would be submitted', () => {
  const words = described()
  expect(words).toContain('Batch 1 of 2 (NOAM)')
  expect(words).toContain('75 phones of NOAM, submitted on ')
  expect(words).toContain('Server error.')
  expect(words).toContain('also submits 75 phones in 1 batch that still wait')
})

test('a batch in the history is told with what speaks for it and against it', () => {
  expect(described(candidate)).toContain('the service says: InProgress; exactly these 75 phones.')
  const other = described({ ...candidate, matching: 74, size: 80, isExact: false, isEarlier: true })
  expect(other).toContain('74 of 75 phones in common; it has 80 phones.')
  expect(other).toContain('Requested before this run submitted it')
  expect(other).toContain('Not all phones match')
})

test('who asked for a batch in the history is a fact like the others', () => {
  const userId = '3f2b1a00-5c4d-4e6f-8a7b-9c0d1e2f3a4b'
  expect(described(candidate)).not.toContain('requested by')
  expect(described({ ...candidate, userId, requestedBy: 'you' })).toContain('75 phones; requested by you.')
  expect(described({ ...candidate, userId, requestedBy: 'run-operator' })).toContain(
    'requested by the operator of this run.',
  )
  expect(described({ ...candidate, userId, requestedBy: 'somebody-else' })).toContain(
    `requested by someone else (${userId}).`,
  )
  expect(described({ ...candidate, userId })).toContain(`requested by ${userId}.`)
})

test('a record that cannot be read leaves one command, and says why', () => {
  const evidence = fail({ kind: 'service', message: 'No record.', remedy: 'Try again.' } as const)
  const words = describeUnconfirmed({ batch: 0, unconfirmed, evidence }, state, 'commands').join('\n')
  expect(words).toContain('No record.\nTry again.')
  expect(words.match(/settle 2026\S+ --batch 1 --\S+/g)).toEqual([
    'settle 20260302-090000-abcdef --batch 1 --leave',
  ])
})

test('only an ID that every shell reads as it stands is part of a command', () => {
  expect(described(candidate)).toContain(`--adopt ${candidate.batchId}`)
  for (const attack of [...attackStrings, '--yes', '$(reboot)', 'a;b', 'a b', "a'b", 'a`b', '%PATH%', '']) {
    const commands = described({ ...candidate, batchId: attack }).match(/--adopt.*/g)
    if (!/^\w[\w.-]*$/.test(attack)) expect(commands).toEqual(['--adopt BATCH-ID'])
  }
})

test('nothing of the service is obeyed by the terminal', () => {
  for (const attack of attackStrings) {
    const words = described({
      ...candidate,
      batchId: attack,
      batchStatus: attack,
      requestTime: attack,
      userId: attack,
    })
    expect(words).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u)
  }
})
