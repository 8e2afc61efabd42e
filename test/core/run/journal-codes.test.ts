import { afterEach, expect, test } from 'vitest'
import { journalLine, parseJournalLine } from '../../../src/core/run/journal-line.ts'
import { signInFailureKinds } from '../../../src/shared/auth/sign-in-failure.ts'
import {
  type GatewayFailure,
  unexpectedAnswers,
  unreachableReasons,
} from '../../../src/shared/gateway/failure.ts'
import { failureWords } from '../../../src/shared/gateway/failure-words.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { issueWords } from '../../../src/shared/phones/issue-words.ts'
import type { LeftOutRow, RunHappening } from '../../../src/shared/run/events.ts'
import type { JournalTrouble } from '../../../src/shared/run/journal-trouble.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import {
  endWords,
  leftOutWords,
  postponedWords,
  resultWords,
  suspectsWords,
} from '../../../src/shared/run/why-words.ts'
import { guide } from '../../../src/shared/text/en/guide.ts'
import * as en from '../../../src/shared/text/en/index.ts'
import { locale } from '../../../src/shared/text/en/locale.ts'
import { speak } from '../../../src/shared/text/part.ts'
import { copyOf } from '../../support/copy-of.ts'
import { pseudoLanguage } from '../../support/pseudo.ts'
import { eventsOf, runStarted } from '../../support/run-samples.ts'
import { sheetOfRows } from '../../support/sheets.ts'

const english = copyOf({ locale, words: { ...en }, guide })
afterEach(() => speak(english))

const host = 'api.example'
const failures: readonly GatewayFailure[] = [
  { kind: 'denied', why: { code: 'role' } },
  { kind: 'denied', why: { code: 'partner' } },
  { kind: 'expired', why: { code: 'not-accepted' } },
  { kind: 'expired', why: { code: 'token-unusable' } },
  ...signInFailureKinds.map((signIn) => ({ kind: 'expired', why: { code: 'no-token', signIn } }) as const),
  { kind: 'throttled', retryAfterMs: 3000 },
  { kind: 'refused', status: 400, code: 'X', said: 'No.' },
  { kind: 'region-full' },
  { kind: 'not-found' },
  { kind: 'unavailable', status: 503, sent: 'no' },
  ...unreachableReasons.map((code) => ({ kind: 'unreachable', sent: 'maybe', why: { code, host } }) as const),
  ...unexpectedAnswers.map((code) => ({ kind: 'unexpected', status: 200, why: { code, host } }) as const),
]

test('every failure goes into a journal and comes out of it as it was, and has words', () => {
  const events = eventsOf(
    ...failures.map((failure): RunHappening => ({ type: 'WatchInterrupted', batch: 0, failure })),
  )
  for (const event of events)
    expect(parseJournalLine(journalLine(event, 'w', undefined))?.event).toEqual(event)
  for (const failure of failures) expect(failureWords(failure), JSON.stringify(failure)).toMatch(/\.$/)
})

const journalTroubles: readonly JournalTrouble[] = [
  ...(['torn', 'foreign', 'damaged'] as const).map((code) => ({ code, line: 7 })),
  { code: 'of-another' },
  { code: 'no-file' },
]

test('why a journal cannot be read goes into another journal as a code', () => {
  for (const why of journalTroubles) {
    const claims = { code: 'journal-unread', file: 'a.jsonl', why } as const
    const [event] = eventsOf({ type: 'BatchPostponed', batch: 0, claims })
    if (!event) throw new Error('no event')
    expect(parseJournalLine(journalLine(event, 'w', undefined))?.event).toEqual(event)
  }
})

test('a sentence that an earlier version wrote in its place is shown as it was written', () => {
  const [event] = eventsOf({ type: 'BatchPostponed', batch: 0, claims: { code: 'locked' } })
  const written = { code: 'journal-unread', file: 'a.jsonl', reason: 'It holds another run.' }
  const read = parseJournalLine(JSON.stringify({ ...event, claims: written }))?.event
  expect(read?.type === 'BatchPostponed' && postponedWords(read)).toContain('It holds another run.')
})

const wrongRows: readonly (readonly [string, string, string?])[] = [
  ['', '00-04-F2-81-24-01'],
  ['lobby', '00-04-F2-81-24-02'],
  ['a@b@contoso.com', '00-04-F2-81-24-03'],
  ['caf\u00e9@contoso.com', '00-04-F2-81-24-04'],
  ['a@contoso.com', ''],
  ['b@contoso.com', 'none'],
  ['c@contoso.com', '00-04-F2-81-24'],
  ['d@contoso.com', 'SEP0004F2812405'],
  ['e@contoso.com', '4.00E+11'],
  ['f@contoso.com', '00-00-00-00-00-00'],
  ['g@contoso.com', 'FF-FF-FF-FF-FF-FF'],
  ['h@contoso.com', '00-04-F2-81-24-06:1'],
  ['i@contoso.com', '00-04-F2-81-24-07', 'Europe'],
  ['j@contoso.com', '00-04-F2-81-24-08'],
  ['k@contoso.com', '00-04-F2-81-24-08'],
  ['l@contoso.com', 'OO04F2812409'],
  ['m@contoso.com', '00-04-F2-81-24-10'],
]

test('what is wrong with a row that is left out goes into a journal as it is, and has the words of the check', () => {
  const list = checkPhones(sheetOfRows(...wrongRows), undefined)
  const errors = list.issues.filter(({ severity }) => severity === 'error')
  for (const { fact, message } of errors) expect(fact && issueWords(fact)).toBe(message)
  const { leftOut, ...plan } = planRun(list)
  const rows = rowsLeftOut(leftOut)
  const [event] = eventsOf(runStarted({ ...plan, leftOut: rows }))
  if (!event) throw new Error('No event')
  const line = journalLine(event, 'w', undefined)
  expect(parseJournalLine(line)?.event).toEqual(JSON.parse(JSON.stringify(event)))
  // Its words are made when they are shown.
  for (const row of rows) expect(line).not.toContain(leftOutWords(row).slice(0, 25).replaceAll('"', '\\"'))
})

/** Rows left out for each reason that there is. */
function rowsLeftOut(leftOut: readonly LeftOutRow[]): readonly LeftOutRow[] {
  const [moved] = leftOut
  return [
    ...leftOut,
    ...(
      [
        { kind: 'long', cells: 4, columns: 3 } as const,
        { kind: 'shifted', column: 2, cell: 'x' } as const,
        { kind: 'swallowed', column: 2, cell: 'x' } as const,
        { kind: 'headings', headings: 12 } as const,
      ] as const
    ).map((how): LeftOutRow => {
      const values = { row: 20, value: 'n@contoso.com', ...how }
      return { ...(moved as LeftOutRow), why: { code: 'issues', issues: [{ says: 'cellsMoved', values }] } }
    }),
    { ...(moved as LeftOutRow), why: { code: 'no-region' } },
    { ...(moved as LeftOutRow), why: { code: 'claimed', claim: 'waiting', startedAt: at, ...other } },
    { ...(moved as LeftOutRow), why: { code: 'signed-in', at, ...other } },
  ]
}

test('shown in another language, a journal has no sentence of English', () => {
  const { leftOut } = planRun(checkPhones(sheetOfRows(...wrongRows), undefined))
  const said = () => [
    ...failures.map(failureWords),
    ...rowsLeftOut(leftOut).map((row) => leftOutWords(row)),
    ...failures.map((failure) => resultWords({ why: { code: 'failure', failure } })),
    resultWords({ why: { code: 'discarded' } }),
    resultWords({ why: { code: 'in-other-batches', batches: 2 } }),
    ...(['under way', 'unconfirmed', 'waiting', 'submitted'] as const).map((claim) =>
      resultWords({ why: { code: 'claimed', claim, runId: other.runId } }),
    ),
    endWords({ end: { end: 'operator' } }),
    endWords({ end: { end: 'forgotten', failure: { kind: 'not-found' } } }),
    postponedWords({ failure: { kind: 'unavailable', status: 503 } }),
    postponedWords({ claims: { code: 'locked' } }),
    ...journalTroubles.map((why) =>
      postponedWords({ claims: { code: 'journal-unread', file: 'a.jsonl', why } }),
    ),
    suspectsWords({ batchIds: ['a', 'b'] }),
  ]
  // Two words of letters without accents, that are no value of a cell.
  const sentence = /[A-Za-z]{3,} [A-Za-z]{3,}/
  for (const words of said()) expect(words).toMatch(sentence)
  speak(pseudoLanguage(english))
  for (const words of said()) expect(words).not.toMatch(sentence)
})

const at = '2026-03-02T08:00:00Z'
const other = { runId: '20260302-080000-aaaaaa', list: 'phones.csv' }
