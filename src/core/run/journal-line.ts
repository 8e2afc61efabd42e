import { parseJson } from '../../shared/parse-json.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { runEvent } from './event-schema.ts'

/** A line of a journal that holds an event of a version that is known. */
export type JournalLine = {
  readonly event: RunEvent
  /** The token of the process that wrote it; absent in journals of earlier versions. */
  readonly writer: string | undefined
  /** The bytes from here to the line were half written. Nobody acted on them. */
  readonly after: number | undefined
}

/**
 * `after`: where a torn end begins. The line is written behind it, after a NUL byte, which no JSON has. So the torn end
 * becomes a line only together with an event that skips it, and a torn end of this line looks the same.
 */
export function journalLine(event: RunEvent, writer: string, after: number | undefined): string {
  return after === undefined
    ? `${JSON.stringify({ ...event, writer })}\n`
    : `\0${JSON.stringify({ ...event, writer, after })}\n`
}

/** Undefined where there is no event in it; `line` is without its end. */
export function parseJournalLine(line: string): JournalLine | undefined {
  const start = line.lastIndexOf('\0') + 1
  const json = parseJson(line.slice(start))
  const event = runEvent.safeParse(json).data
  if (!event) return undefined
  const { writer, after } = json as { readonly writer?: unknown; readonly after?: unknown }
  const isBehindTornEnd = start > 0
  if (isBehindTornEnd && typeof after !== 'number') return undefined
  return {
    event,
    writer: typeof writer === 'string' ? writer : undefined,
    after: isBehindTornEnd && typeof after === 'number' ? after : undefined,
  }
}
