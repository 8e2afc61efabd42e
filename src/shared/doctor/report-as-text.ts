import { loggingWords } from '../powershell/logging-words.ts'
import { harmless } from '../text/harmless.ts'
import { text } from '../text/index.ts'
import type { Check, DoctorReport } from './report.ts'
import { verdictOf } from './verdict.ts'

const words = text.doctor

/** The report as lines to be read, copied and sent. */
export function reportAsText(report: DoctorReport): string {
  const { at, appVersion, tenantId, simulated, module, checks } = report
  const { message, remedy } = verdictOf(report)
  return [
    words.title(text.window.frame.product, appVersion),
    words.made(at),
    words.tenant(tenantId, simulated),
    wayInWords(report),
    words.promise,
    ...loggingWords(module?.logging ?? []),
    '',
    ...checks.flatMap(checkAsLines),
    '',
    `${words.verdict}: ${message} ${remedy}`,
  ]
    .map(harmless)
    .join('\n')
}

/** The way by which a tenant was tested. */
export const wayInWords = ({ way, module }: Pick<DoctorReport, 'way' | 'module'>): string =>
  way === undefined ? words.directly : words.byModule(module?.module, module?.version)

/** One check on a line, and what there is to say about it on lines under it. */
function checkAsLines(check: Check): readonly string[] {
  const { id, request, status, ms, correlationId, outcome, present, missing, added, addedMore, values } =
    check
  const asked = [
    request,
    ...(ms === undefined ? [] : [words.status(status), words.ms(ms)]),
    ...(correlationId === undefined ? [] : [words.correlation(correlationId)]),
  ]
  const newKeys = [
    ...added.map(({ key, kind }) => `${key} (${kind})`),
    ...(addedMore > 0 ? [words.more(addedMore)] : []),
  ]
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [words.present, present],
    [words.missing, missing],
    [words.added, newKeys],
    [
      words.values,
      values.map(
        ({ key, values: its }) =>
          `${key} ${its.map(([value, count]) => words.times(value, count)).join(', ')}`,
      ),
    ],
    [words.code, outcome.kind === 'failed' && outcome.code !== undefined ? [outcome.code] : []],
    [words.said, outcome.kind === 'failed' && outcome.said !== undefined ? [outcome.said] : []],
    [words.warning, check.warning === undefined ? [] : [check.warning]],
  ]
  return [
    `${words.checks[id]}: ${outcomeInWords(check)}`,
    `  ${asked.join(', ')}`,
    ...lines.filter(([, said]) => said.length > 0).map(([name, said]) => `  ${name}: ${said.join('; ')}`),
  ]
}

/** `as expected`, or in how far not. */
export function outcomeInWords({ outcome }: Check): string {
  const said = words.outcomes[outcome.kind]
  return outcome.kind === 'skipped' ? `${said}: ${words.skipped[outcome.why]}` : said
}
