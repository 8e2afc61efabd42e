import { describe, expect, test } from 'vitest'
import { choicesAfter } from '../../../src/shared/run/choices.ts'
import type { Candidate } from '../../../src/shared/run/evidence.ts'

const candidate: Candidate = {
  batchId: 'theirs',
  batchStatus: 'InProgress',
  size: 100,
  matching: 97,
  isExact: false,
  isEarlier: false,
}

const decisions = (candidates: Parameters<typeof choicesAfter>[0]) =>
  choicesAfter(candidates).map(({ decision }) => decision)

describe('the decisions to choose from', () => {
  test('are all, with each batch that may be it, once the service has told', () => {
    expect(decisions([candidate])).toEqual([
      { kind: 'adopt', batchId: 'theirs' },
      { kind: 'submit-again' },
      { kind: 'leave' },
    ])
    expect(decisions([])).toEqual([{ kind: 'submit-again' }, { kind: 'leave' }])
  })

  test('send nothing again while the batch history is not known', () => {
    expect(decisions(undefined)).toEqual([{ kind: 'leave' }])
  })
})
