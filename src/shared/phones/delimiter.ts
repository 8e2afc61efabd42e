import Papa from 'papaparse'
import { countRecognised } from './read-layout.ts'

/**
 * The character that separates the cells: of those in the first row the one by which most columns are
 * recognised, and of equals the one that makes most cells. The rows below have no say: free text in them
 * often holds more of another delimiter. Line ends must be `\n`.
 */
export function findDelimiter(text: string): string {
  const record = firstRecord(text)
  let best = { delimiter: ',', recognised: 0, cells: 1 }
  for (const delimiter of [',', ';', '\t']) {
    if (!record.includes(delimiter)) continue
    const [cells = []] = Papa.parse<string[]>(record, { delimiter, newline: '\n' }).data
    const found = { delimiter, recognised: countRecognised(cells), cells: cells.length }
    if ((found.recognised - best.recognised || found.cells - best.cells) > 0) best = found
  }
  return best.delimiter
}

/** The first line that says anything, and the lines over which a quoted cell in it goes on. */
function firstRecord(text: string): string {
  const start = text.lastIndexOf('\n', text.search(/[^\s,;"]/)) + 1
  let inQuotes = false
  for (let at = start; at < text.length; at++) {
    if (text.charAt(at) === '"') inQuotes = !inQuotes
    else if (text.charAt(at) === '\n' && !inQuotes) return text.slice(start, at)
  }
  const lineEnd = text.indexOf('\n', start)
  return inQuotes && lineEnd >= 0 ? text.slice(start, lineEnd) : text.slice(start)
}
