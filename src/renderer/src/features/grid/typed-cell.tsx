// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { memo } from 'react'
import type { Column } from '../../../../shared/phones/column.ts'
import { text } from '../../../../shared/text/index.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { CellEditor } from './cell-editor.tsx'
import { editOrShow } from './grid-actions.ts'
import { useCellStyles } from './grid-layout.ts'

const { table } = text.window

const useStyles = makeStyles({
  exact: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  wrong: {
    color: tokens.colorStatusDangerForeground3,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
  },
  absent: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
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
  readonly tabIndex: 0 | -1
}) {
  const { row, column, value, wrong, editable, editing, tabIndex } = props
  const styles = useStyles()
  const cells = useCellStyles()
  const stores = useStores()
  const absent = value === ''
  const look = mergeClasses(
    cells.text,
    column === 'hardwareId' && !absent && styles.exact,
    absent && styles.absent,
    wrong && styles.wrong,
  )
  return (
    <div
      role="gridcell"
      tabIndex={tabIndex}
      data-column={column}
      className={cells.cell}
      aria-readonly={!editable}
      aria-invalid={wrong || undefined}
    >
      {editing ? (
        <CellEditor row={row} column={column} />
      ) : (
        <span className={look} title={absent ? undefined : value}>
          {absent ? (column === 'region' && !wrong ? table.noRegion : table.missing) : value}
        </span>
      )}
      {wrong && editable && !editing && (
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
    </div>
  )
})
