import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import type { Column } from '../../../../shared/phones/sheet.ts'
import { text } from '../../../../shared/text/index.ts'
import { useDesk } from '../../stores/desk-context.tsx'
import type { Row } from '../phones/row.ts'
import { editOrShow } from './grid-actions.ts'

const { table } = text.window

const useStyles = makeStyles({
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexShrink: 1 },
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

/** What the file says, marked where an error stands against it. */
export function TypedCell(props: { readonly row: Row; readonly column: Column; readonly editable: boolean }) {
  const { row, column, editable } = props
  const styles = useStyles()
  const desk = useDesk()
  const value = row[column]
  const wrong = row.wrong.includes(column)
  const absent = value === ''
  return (
    <>
      <span
        className={mergeClasses(
          styles.text,
          column === 'hardwareId' && !absent && styles.exact,
          absent && styles.absent,
          wrong && styles.wrong,
        )}
        title={absent ? undefined : value}
      >
        {absent ? (column === 'region' && !wrong ? table.noRegion : table.missing) : value}
      </span>
      {wrong && editable && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.edit}
          aria-label={table.edit(table.columns[column], row.row)}
          onClick={() => editOrShow(desk, { row: row.row, column })}
        >
          <Edit16Regular aria-hidden />
        </button>
      )}
    </>
  )
}
