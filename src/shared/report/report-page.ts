import { provisioningUrls } from '../gateway/provisioning-urls.ts'
import { regions } from '../gateway/region.ts'
import { isTenantId } from '../gateway/tenant.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { RunEnd } from '../run/counts.ts'
import { runEnd } from '../run/run-end.ts'
import type { RunState } from '../run/run-state.ts'
import { text } from '../text/index.ts'
import { moment } from '../text/moment.ts'
import { count } from '../text/plural.ts'
import { type FinalRow, finalRows } from './final-rows.ts'
import { type LeftToDo, leftToDo } from './left-to-do.ts'
import { html, type Markup } from './markup.ts'
import { reportStyle } from './report-style.ts'
import { isSameWork } from './runs-of-list.ts'

const words = text.report
const statuses = text.window.table.status

export type ReportRequest = {
  readonly runs: readonly RunState[]
  /** As the operator calls it; may be empty. */
  readonly site: string
  readonly appVersion: string
  /** In ms since the epoch. */
  readonly now: number
}

/**
 * The report about one run, or several of one tenant, to hand over: one HTML page without scripts that loads nothing, to be
 * read, printed and archived. Fails with words for the operator where these runs make no report.
 */
export function reportPage(
  request: ReportRequest,
): Result<string, { readonly message: string; readonly remedy: string }> {
  const runs = request.runs.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
  const [first] = runs
  if (!first) return fail(words.failures.noRun)
  if (!runs.every((run) => isSameWork(run, first))) return fail(words.failures.otherTenant)
  const { simulated } = first.tenant
  const site = request.site.trim()
  const title = site === '' ? words.title : words.titleAt(site)
  const rows = finalRows(runs)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${simulated ? text.run.asSimulated(title) : title}</title>
<style>${{ markup: reportStyle(simulated) }}</style>
</head>
<body>
<header>
${simulated ? html`<div class="warning" role="note">${words.simulated}<p>${words.simulatedBody}</p></div>` : []}
<p class="by">${words.by}</p>
<h1>${title}</h1>
<p class="ended">${text.run.ended(endOf(rows, simulated))}.${notChosenNote(rows)}</p>
</header>
<main>
${unfinishedNote(runs)}
${counts(rows)}
${facts(runs, first, { ...request, site })}
${todo(leftToDo(rows), simulated)}
${phones(rows, simulated)}
${runTable(runs, simulated)}
${urls(first, rows, simulated)}
</main>
</body>
</html>
`
  return succeed(page.markup)
}

/** The end of all runs together, by the final status of each row. */
function endOf(rows: readonly FinalRow[], simulated: boolean): RunEnd {
  const of = (status: FinalRow['status']): number => rows.filter((row) => row.status === status).length
  const [signedIn, failed, unknown] = [of('signed in'), of('failed'), of('unknown')]
  const before = rows.filter(({ isSignedInBefore }) => isSignedInBefore).length
  const all = rows.length - before - notChosenIn(rows)
  return { simulated, all, signedIn, failed, unknown, notSent: all - signedIn - failed - unknown, before }
}

const notChosenIn = (rows: readonly FinalRow[]): number =>
  rows.filter(({ isNotChosen }) => isNotChosen).length

/** Of the first five phones of a list, say: the others are still to come, or are in runs that are not in this report. */
function notChosenNote(rows: readonly FinalRow[]): string {
  const number = notChosenIn(rows)
  return number === 0 ? '' : ` ${words.notChosen(number)}`
}

function unfinishedNote(runs: readonly RunState[]): Markup | readonly Markup[] {
  const unfinished = runs.filter(({ watching }) => watching.kind !== 'finished').length
  return unfinished === 0 ? [] : html`<div class="warning" role="note">${words.unfinished(unfinished)}</div>`
}

type Counted = keyof typeof words.counts

const countedAs: Record<FinalRow['status'], Exclude<Counted, 'before' | 'not chosen'>> = {
  ...{ 'signed in': 'signed in', failed: 'failed', unknown: 'unknown' },
  ...{ 'not sent': 'not sent', 'left out': 'not sent' },
  ...{ queued: 'open', submitting: 'open', 'signing in': 'open' },
}

function countOf({ isSignedInBefore, isNotChosen, status }: FinalRow): Counted {
  if (isSignedInBefore) return 'before'
  return isNotChosen ? 'not chosen' : countedAs[status]
}

function counts(rows: readonly FinalRow[]): Markup {
  const numbers: Record<Counted, number> = {
    'signed in': 0,
    failed: 0,
    unknown: 0,
    'not sent': 0,
    'not chosen': 0,
    open: 0,
    before: 0,
  }
  for (const row of rows) numbers[countOf(row)] += 1
  const tile = (name: Counted, number: Markup): readonly Markup[] =>
    numbers[name] === 0 && name !== 'signed in' && name !== 'failed' ? [] : [number]
  const inside = (name: Counted): Markup =>
    html`<strong>${count(numbers[name])}</strong>${words.counts[name]}`
  return html`<ul class="counts">${[
    html`<li class="good">${inside('signed in')}</li>`,
    html`<li class="bad">${inside('failed')}</li>`,
    ...tile('unknown', html`<li class="careful">${inside('unknown')}</li>`),
    ...tile('not sent', html`<li class="careful">${inside('not sent')}</li>`),
    ...tile('before', html`<li>${inside('before')}</li>`),
    ...tile('not chosen', html`<li>${inside('not chosen')}</li>`),
    ...tile('open', html`<li>${inside('open')}</li>`),
  ]}</ul>`
}

function facts(
  runs: readonly RunState[],
  { tenant, startedAt }: RunState,
  { site, now, appVersion }: ReportRequest,
): Markup {
  const names = words.facts
  const last =
    runs
      .map(({ lastEventAt }) => lastEventAt)
      .toSorted()
      .at(-1) ?? startedAt
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone
  const lines: readonly (readonly [string, string])[] = [
    ...(site === '' ? [] : [[names.site, site] as const]),
    [names.tenant, [tenant.name, tenant.domain].filter((part) => part && part !== tenant.id).join(', ')],
    [names.tenantId, tenant.id],
    [names.operator, unique(runs.map(({ operator }) => operator.username))],
    [names.list, unique(runs.map(({ listName }) => listName))],
    [names.dates, words.dates(startedAt, last)],
    [names.written, words.written(new Date(now).toISOString(), zone)],
    [names.version, `${words.by} ${appVersion}`],
  ]
  return html`<dl>${lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

const unique = (names: readonly string[]): string => [...new Set(names)].join(', ')

/** A table whose head is printed on each page that it goes on; the head of a simulated one says so there. */
function table(columns: readonly string[], body: readonly Markup[], simulated: boolean): Markup {
  const note = html`<tr><th class="simulated" colspan="9">${words.simulated}</th></tr>`
  return html`<div class="table"><table>
<thead>${simulated ? note : []}<tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${body}</tbody>
</table></div>`
}

function todo(groups: readonly LeftToDo[], simulated: boolean): Markup {
  if (groups.length === 0) return html`<h2>${words.todo.title}</h2><p>${words.todo.nothing}</p>`
  const { status, phones: number, why, whatToDo, rows } = words.todo.columns
  return html`<h2>${words.todo.title}</h2>
${table(
  [status, number, why, whatToDo, rows],
  groups.map(
    (group) =>
      html`<tr>${statusCell(group)}<td class="number">${count(group.rows.length)}</td><td>${group.result}</td><td>${remedyOf(group)}</td><td class="rows">${rowNumbers(group.rows)}</td></tr>
`,
  ),
  simulated,
)}`
}

function remedyOf({ status, whatToDo, isNotChosen }: LeftToDo): string {
  if (isNotChosen) return words.todo.notChosen
  if (whatToDo !== '') return whatToDo
  if (status === 'unknown') return words.todo.unknownHint
  return status === 'failed' ? words.todo.none : ''
}

const mostRowsNamed = 20

function rowNumbers(rows: readonly FinalRow[]): string {
  const named = rows.slice(0, mostRowsNamed).map(({ row }) => count(row))
  return rows.length > named.length
    ? `${named.join(', ')} ${words.todo.moreRows(rows.length - named.length)}`
    : named.join(', ')
}

function phones(rows: readonly FinalRow[], simulated: boolean): Markup {
  const { row, username, hardwareId, region, status, time, result } = words.phones.columns
  return html`<h2>${words.phones.title(rows.length)}</h2>
${table([row, username, hardwareId, region, status, time, result], rows.map(phone), simulated)}`
}

const phone = ({ row, username, hardwareId, region, status, isNotChosen, time, result }: FinalRow): Markup =>
  html`<tr><td class="number">${count(row)}</td><td class="account">${username}</td><td class="id"><code>${hardwareId}</code></td><td>${region ?? ''}</td>${statusCell({ status, isNotChosen })}<td class="number">${time === '' ? '' : moment(time)}</td><td>${result}</td></tr>
`

/** A status as sign, word and colour: never by colour alone, for paper may have none. */
function statusCell({ status, isNotChosen }: Pick<FinalRow, 'status' | 'isNotChosen'>): Markup {
  if (isNotChosen) return html`<td class="status">– ${words.counts['not chosen']}</td>`
  switch (countedAs[status]) {
    case 'signed in':
      return html`<td class="status good">✓ ${statuses[status]}</td>`
    case 'failed':
      return html`<td class="status bad">✕ ${statuses[status]}</td>`
    case 'unknown':
      return html`<td class="status careful">? ${statuses[status]}</td>`
    case 'not sent':
      return html`<td class="status careful">– ${statuses[status]}</td>`
    case 'open':
      return html`<td class="status">… ${statuses[status]}</td>`
  }
}

function runTable(runs: readonly RunState[], simulated: boolean): Markup {
  const { started, list, operator, phones: outcome, id } = words.runs.columns
  return html`<h2>${words.runs.title}</h2><p class="aside">${words.runs.lead}</p>
${table([started, list, operator, outcome, id], runs.map(runRow), simulated)}`
}

function runRow(run: RunState): Markup {
  const { startedAt, listName, operator, runId, batches, watching } = run
  const ids = batches.flatMap(({ batchId }) => batchId ?? [])
  const outcome =
    watching.kind === 'finished' ? text.run.ended({ ...runEnd(run), simulated: false }) : words.runs.open
  return html`<tr><td class="number">${moment(startedAt)}</td><td>${listName}</td><td>${operator.username}</td><td>${outcome}</td><td><code>${runId}</code>${ids.length === 0 ? [] : html`<br><span class="aside">${words.runs.batches(ids)}</span>`}</td></tr>
`
}

/** Those of the regions that the phones are in: which one a phone was given, nobody has told the app. */
function urls(
  { tenant }: RunState,
  rows: readonly FinalRow[],
  simulated: boolean,
): Markup | readonly Markup[] {
  const used = regions.filter((region) => rows.some((row) => row.region === region))
  if (!isTenantId(tenant.id) || used.length === 0) return []
  const lines = provisioningUrls(tenant.id)
    .filter(({ region }) => used.includes(region))
    .flatMap(({ region, devices }) =>
      devices.map(
        ({ label, url, dhcpOption }) =>
          html`<tr><td>${region}</td><td>${label}</td><td><code>${url}</code></td><td>${dhcpOption ?? ''}</td></tr>
`,
      ),
    )
  const { region, device, url, option } = words.urls.columns
  return html`<h2>${words.urls.title}</h2><p class="aside">${words.urls.lead}</p>
${table([region, device, url, option], lines, simulated)}`
}
