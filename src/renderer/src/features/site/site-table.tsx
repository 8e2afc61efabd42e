import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ScrollArea } from '../../components/scroll-area.tsx'

const useStyles = makeStyles({
  frame: { height: 'auto' },
  table: { width: '100%', minWidth: '640px', borderCollapse: 'collapse', userSelect: 'text' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    verticalAlign: 'top',
  },
  column: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
})

/** A table to read. The first two cells of a row tell it from all others. */
export function SiteTable(props: {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  const styles = useStyles()
  return (
    <ScrollArea name={props.name} className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((cells) => (
            <tr key={`${cells[0]} ${cells[1]}`}>
              {cells.map((cell, at) => (
                <td key={props.columns[at]} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
