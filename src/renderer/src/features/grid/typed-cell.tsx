// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { memo } from 'react'
import type { Column } from '../../../../shared/phones/column.ts'
import { text } from '../../../../shared/text/index.ts'
import { wrongPart } from '../../model/phones/wrong-part.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { CellLooks } from './cell-looks.ts'
import { editOrShow } from './grid-actions.ts'

const table = text.window.table

const useStyles = makeStyles({
  wrong: {
    color: tokens.colorStatusDangerForeground3,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
  },
  // However narrow the column is, what is wrong stays in sight: what is around it gives way.
  parts: { display: 'flex', minWidth: 0, whiteSpace: 'pre' },
  before: { flexShrink: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  slip: {
    flexShrink: 0,
    maxWidth: '60%',
    // The wave under it is not cut off.
    paddingBottom: '4px',
    marginBottom: '-4px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontWeight: tokens.fontWeightSemibold,
    // A blank is seen, too.
    minWidth: '0.6em',
    borderRadius: tokens.borderRadiusSmall,
    outline: `1px solid ${tokens.colorStatusDangerBorder1}`,
    outlineOffset: '-1px',
  },
  after: { flexShrink: 100, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  edit: {
    flexShrink: 0,
    display: 'inline-flex',
    marginLeft: 'auto',
    padding: '4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorBrandForeground1 },
  },
})

/**
 * What the file says, marked where an error stands against it, or the editor for it. It takes plain values, so
 * that it is left alone while only the status of its row changes.
 */
export const TypedCell = memo(function TypedCell(props: {
  readonly row: number
  readonly column: Column
  readonly value: string
  readonly wrong: boolean
  readonly editable: boolean
  readonly editing: boolean
  readonly looks: CellLooks
  readonly tabIndex: 0 | -1
}) {
  const { row, column, value, wrong, editable, editing, looks, tabIndex } = props
  const said = value === '' ? missing(column, wrong) : value
  const look = value === '' ? looks.absent : column === 'hardwareId' ? looks.exact : looks.text
  return (
    <div
      role="gridcell"
      tabIndex={tabIndex}
      data-column={column}
      className={looks.cell}
      aria-readonly={!editable}
      aria-invalid={wrong || undefined}
    >
      {editing ? (
        <CellEditor key={row} row={row} column={column} />
      ) : wrong ? (
        <Wrong row={row} column={column} value={value} said={said} look={look} editable={editable} />
      ) : (
        <span className={look} title={value === '' ? undefined : value}>
          {said}
        </span>
      )}
    </div>
  )
})

const missing = (column: Column, wrong: boolean): string =>
  column === 'region' && !wrong ? table.noRegion : table.missing

/** What an error stands against, with the part of it that is wrong marked, and a way to correct it. */
function Wrong(props: {
  readonly row: number
  readonly column: Column
  readonly value: string
  readonly said: string
  readonly look: string
  readonly editable: boolean
}) {
  const { row, column, value, said, look, editable } = props
  const styles = useStyles()
  const stores = useStores()
  const part = wrongPart(column, value)
  return (
    <>
      <span
        className={mergeClasses(look, part ? styles.parts : styles.wrong)}
        title={value === '' ? undefined : value}
      >
        {part ? <Parts value={value} part={part} /> : said}
      </span>
      {editable && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.edit}
          aria-label={table.edit(table.columns[column], row)}
          onClick={() => editOrShow(stores, { row, column })}
        >
          <Edit16Regular aria-hidden />
        </button>
      )}
    </>
  )
}

function Parts(props: { readonly value: string; readonly part: readonly [number, number] }) {
  const { value, part } = props
  const [from, to] = part
  const styles = useStyles()
  return (
    <>
      <span className={styles.before}>{value.slice(0, from)}</span>
      <span className={mergeClasses(styles.wrong, styles.slip)}>{value.slice(from, to)}</span>
      <span className={styles.after}>{value.slice(to)}</span>
    </>
  )
}
