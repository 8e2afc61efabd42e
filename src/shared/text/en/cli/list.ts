import { count, plural } from '../../plural.ts'

/** Of every command that opens a list. */
export const list = {
  sayColumns: (command: string) => `Say which column is which. Probably: ${command}`,
  checked: (rows: number, ready: number) =>
    rows === ready
      ? `${plural(rows, 'phone')}, all ready.`
      : `${plural(rows, 'row')}: ${count(ready)} ready, ${count(rows - ready)} with errors.`,
  noRegion: 'Some rows have no region. Add --region NOAM, EMEA or APAC, or fill in a Region column.',
  noPhones: 'No row of this list is ready, so there is nothing to sign in.',
}
