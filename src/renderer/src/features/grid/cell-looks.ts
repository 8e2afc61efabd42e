import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { focusInside } from '../../theme/focus.ts'
import { cellBox, narrowTable } from './grid-layout.ts'

const useStyles = makeStyles({
  cell: { ...cellBox, ...focusInside },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  twoLines: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  select: { padding: 0, justifyContent: 'center', cursor: 'pointer' },
  number: {
    justifyContent: 'flex-end',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  exact: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  absent: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  remedy: { color: tokens.colorNeutralForeground2 },
  readiness: { columnGap: tokens.spacingHorizontalS },
  // The beginning of a word tells nobody anything.
  why: { [narrowTable]: { display: 'none' } },
})

/** The classes of cells and of what is in them, by name. */
export type CellLooks = Readonly<
  Record<
    'cell' | 'select' | 'number' | 'readiness' | 'text' | 'exact' | 'absent' | 'remedy' | 'result' | 'why',
    string
  >
>

/**
 * Put together once for the whole table: in each of its 200 cells that would take longer than to draw the cell. `twoLines`:
 * whether long texts are shown on two lines.
 */
export function useCellLooks(twoLines: boolean): CellLooks {
  const styles = useStyles()
  return useMemo(() => {
    const { cell, text, remedy } = styles
    const result = twoLines ? styles.twoLines : text
    return {
      cell,
      text,
      remedy,
      result,
      select: mergeClasses(cell, styles.select),
      number: mergeClasses(cell, styles.number),
      readiness: mergeClasses(cell, styles.readiness),
      exact: mergeClasses(text, styles.exact),
      absent: mergeClasses(text, styles.absent),
      why: mergeClasses(result, styles.why),
    }
  }, [styles, twoLines])
}
