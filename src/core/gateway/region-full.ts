import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { text } from '../../shared/text/index.ts'

/**
 * Tells a refusal of createbatch for too many open batches (at most 3 in a region) from every other one. How
 * the service words it is not documented, so telling words decide; a refusal for too many phones has none of
 * them.
 */
export function recogniseRegionFull(failure: GatewayFailure): GatewayFailure {
  if (failure.kind !== 'refused') return failure
  const said = `${failure.code ?? ''} ${failure.said ?? ''}`.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  if (!tells.some((words) => words.every((word) => word.test(said)))) return failure
  const { kind: _kind, status: _status, code: _code, ...common } = failure
  return { ...common, kind: 'region-full', message: text.gateway.failures.regionFull }
}

const running = /\b(in progress|running|active|open|ongoing|pending)\b/i

const tells: readonly (readonly RegExp[])[] = [
  [
    /\bconcurren(t|cy|tly)\b|\bsimultaneous|\bin parallel\b|\bat the same time\b/i,
    /\b(batch|batches|requests?|region)\b/i,
  ],
  [/\btoo many (\w+ )?batches\b/i],
  [/\bbatches\b/i, running, /\b(region|limit|max|maximum|exceeds?|exceeded|already \d)\b/i],
]
