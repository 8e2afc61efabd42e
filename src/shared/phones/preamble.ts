/** A text without what programs write before its first row. */
export type Body = {
  /** Line ends are `\n`, at the end too. */
  readonly body: string
  /** How many rows a spreadsheet counts before the body. */
  readonly rowsBefore: number
  /** The delimiter, where the file itself names it. */
  readonly delimiter: string | undefined
}

/**
 * Takes off the byte order mark, then Excel's `sep=;` line, which a spreadsheet obeys and does not show, and
 * the `#TYPE` line of Windows PowerShell's Export-Csv, which it shows as row 1.
 */
export function withoutPreamble(text: string): Body {
  const lines = withLineFeeds(text.replace(/^\ufeff/, ''))
  const separator = /^"?sep=([^"\n])\1*"?\n/i.exec(lines)
  const afterSeparator = lines.slice(separator?.[0].length ?? 0)
  const type = /^"?#TYPE .*\n/.exec(afterSeparator)
  return {
    body: afterSeparator.slice(type?.[0].length ?? 0),
    rowsBefore: type ? 1 : 0,
    delimiter: separator?.[1],
  }
}

/** PapaParse merges rows where a text mixes line ends, and misreads a blank after the last quotation mark. */
function withLineFeeds(text: string): string {
  // A replacement by pattern takes twice the time.
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  return lines.endsWith('\n') ? lines : `${lines}\n`
}
