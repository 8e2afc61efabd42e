import { failureWords } from '../gateway/failure-words.ts'
import { guidanceFor } from '../gateway/guidance.ts'
import { regions } from '../gateway/region.ts'
import { duration } from '../text/duration.ts'
import { text } from '../text/index.ts'
import type { RunEvent } from './events.ts'
import type { PhoneState, RunState } from './run-state.ts'
import { resultWords } from './why-words.ts'

const words = text.summary

/**
 * A run as plain text for a support ticket. `now` in ms since the epoch. Usernames of phones stand in it only
 * with `failedNames`, and then those of the failed ones.
 */
export function runSummary(
  { state, events }: { readonly state: RunState; readonly events: readonly RunEvent[] },
  options: { readonly appVersion: string; readonly now: number; readonly failedNames?: boolean },
): string {
  const { failedNames = false } = options
  const sections = [
    [words.title, ...(state.tenant.simulated ? [words.simulated] : [])],
    facts(state, events, options),
    [words.phones, ...standing(state).map(bullet)],
    [words.batches, ...state.batches.map(batchLine)],
    titled(words.failures, failureLines(state)),
    titled(words.failed, failedNames ? failed(state).map(phoneLine) : []),
    titled(words.trouble, troubleLines(events).map(bullet)),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(oneLine).join('\r\n'))
    .join('\r\n\r\n')
    .concat('\r\n')
}

function facts(
  { runId, retryOf, tenant, operator, listName, startedAt, lastEventAt, watching }: RunState,
  events: readonly RunEvent[],
  { appVersion, now }: { readonly appVersion: string; readonly now: number },
): readonly string[] {
  const names = words.facts
  const [first] = events
  const isOver = watching.kind !== 'watching'
  const end = isOver ? Date.parse(lastEventAt) : now
  const run = retryOf === undefined ? runId : `${runId} ${words.retryOf(retryOf)}`
  const startedWith = first?.type === 'RunStarted' ? first.appVersion : appVersion
  return [
    [names.app, words.version(appVersion, startedWith)],
    [names.list, listName],
    [names.tenant, words.tenant(tenant.name, tenant.id)],
    [names.operator, operator.username],
    [names.run, run],
    [names.started, startedAt],
    [isOver ? names.ended : names.asOf, new Date(end).toISOString()],
    [names.duration, duration(end - Date.parse(startedAt))],
    [names.standing, words.standing[watching.kind]],
  ].map(([name, value]) => `${name}: ${value}`)
}

function standing({ phones, leftOut }: RunState): readonly string[] {
  const lines = regions.flatMap((region) => {
    const here = phones.filter((phone) => phone.region === region)
    return here.length === 0 ? [] : [regionLine(region, here)]
  })
  return [
    ...(lines.length === 1 ? lines : [regionLine(words.all, phones), ...lines]),
    ...(leftOut.length === 0 ? [] : [words.leftOut(leftOut.length)]),
  ]
}

function regionLine(name: string, phones: readonly PhoneState[]): string {
  const counts = { 'signed in': 0, failed: 0, unknown: 0, 'not sent': 0 }
  let other = 0
  for (const { status } of phones) {
    if (status === 'queued' || status === 'submitting' || status === 'signing in') other += 1
    else counts[status] += 1
  }
  return words.region(name, phones.length, counts, other)
}

const batchLine = (
  { region, phones, stage, batchId = words.noId }: RunState['batches'][number],
  index: number,
) => words.batch(index + 1, region, phones.length, words.stage[stage], batchId)

const failed = ({ phones }: RunState): readonly PhoneState[] =>
  phones.filter(({ status }) => status === 'failed')

const phoneLine = (phone: PhoneState): string =>
  bullet(`${phone.row}: ${phone.username}, ${phone.hardwareId}: ${resultWords(phone) || words.noReason}`)

/** Why phones failed, the most frequent reason first, each as the service wrote it and with what to do. */
function failureLines(state: RunState): readonly string[] {
  const counted = new Map<string, { readonly said: string; readonly remedy?: string; phones: number }>()
  for (const phone of failed(state)) {
    const result = resultWords(phone) ?? ''
    const guidance = guidanceFor(result)
    const said = result === '' ? words.noReason : withoutNames(result)
    const known = counted.get(guidance?.code ?? said)
    if (known) known.phones += 1
    else
      counted.set(guidance?.code ?? said, { said, phones: 1, ...(guidance && { remedy: guidance.remedy }) })
  }
  return [...counted.values()]
    .toSorted((one, other) => other.phones - one.phones)
    .flatMap(({ said, remedy, phones }) => [
      bullet(words.failure(phones, said)),
      ...(remedy === undefined ? [] : [words.remedy(remedy)]),
    ])
}

function troubleLines(events: readonly RunEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (!('failure' in event) || event.failure?.correlationId === undefined) return []
    const { correlationId } = event.failure
    return [words.call(event.at, event.batch + 1, correlationId, withoutNames(failureWords(event.failure)))]
  })
}

/** What the service writes may name an account. */
const withoutNames = (said: string): string => said.replaceAll(/[^\s"'<>(]+@[^\s"'<>),;]+/g, words.someone)

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines]

const bullet = (line: string): string => `- ${line}`

/** A file or the service may have written line breaks: they must not make up lines of this text. */
const oneLine = (line: string): string => line.replaceAll(/\p{Cc}+/gu, ' ')
