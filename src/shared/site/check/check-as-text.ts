import type { Region } from '../../gateway/region.ts'
import { text } from '../../text/index.ts'
import { overallOf, type SeenFrom, type SiteResult } from './site-result.ts'

const words = text.site.check

/** The results as a text for people: to send, or at a terminal. */
export function checkAsText(
  results: readonly SiteResult[],
  region: Region,
  { address, defaultGateway }: SeenFrom,
): string {
  const parts = results.map(({ check, outcome, did, came, means, todo }) =>
    [
      `${words.outcomes[outcome]}: ${words.names[check]}`,
      `  ${words.parts.did}: ${did}`,
      `  ${words.parts.came}: ${came}`,
      `  ${words.parts.means}: ${means}`,
      ...(todo === undefined ? [] : [`  ${words.parts.todo}: ${todo}`]),
    ].join('\n'),
  )
  return [
    words.seenFrom(address, defaultGateway),
    '',
    ...parts.flatMap((part) => [part, '']),
    words.title(region, words.overall[overallOf(results)]),
    '',
  ].join('\n')
}
