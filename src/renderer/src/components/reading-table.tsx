import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', userSelect: 'text' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    verticalAlign: 'top',
  },
  column: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
})

/** A table to read, with nothing to press in it. `show`: how a cell is written; as it is unless given. */
export function ReadingTable(props: {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly show?: (cell: string) => ReactNode
  readonly className?: string
}) {
  const { columns, rows, show = (cell: string) => cell, className } = props
  const styles = useStyles()
  return (
    <table className={mergeClasses(styles.table, className)}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={mergeClasses(styles.cell, styles.column)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('\n')}>
            {cells.map((cell, at) => (
              <td key={columns[at]} className={styles.cell}>
                {show(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
