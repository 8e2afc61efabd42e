import { makeStyles, mergeClasses, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { columnRoles } from '../../../../shared/phones/layout.ts'
import { text } from '../../../../shared/text/index.ts'
import { ScrollArea } from '../../components/scroll-area.tsx'
import type { ColumnsShown, ShownColumn } from '../../model/phones/columns-shown.ts'
import { chooseRole } from '../../stores/column-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'

const words = text.window.chooseColumns

const line = `1px solid ${tokens.colorNeutralStroke3}`

const useStyles = makeStyles({
  area: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  table: { borderCollapse: 'collapse', minWidth: '100%' },
  head: {
    minWidth: '168px',
    maxWidth: '260px',
    padding: tokens.spacingHorizontalS,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: line,
    overflowWrap: 'anywhere',
  },
  name: { ...typographyStyles.body1Strong, display: 'block', marginTop: tokens.spacingVerticalXS },
  reason: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground2 },
  numberHead: { minWidth: 0, padding: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  number: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    textAlign: 'right',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    maxWidth: '260px',
    height: '28px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  row: { borderBottom: line },
  unused: { color: tokens.colorNeutralForeground3 },
  used: { backgroundColor: tokens.colorNeutralBackground1Selected },
})

/** The first rows, under a choice for each column. */
export function ColumnTable({ shown: { columns, rows } }: { readonly shown: ColumnsShown }) {
  const styles = useStyles()
  const look = ({ role }: ShownColumn): string => (role ? styles.used : styles.unused)
  return (
    <ScrollArea className={styles.area} name={words.firstRows} sideways>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.number, styles.numberHead)}>
              {words.row}
            </th>
            {columns.map((column) => (
              <th key={column.place} scope="col" className={mergeClasses(styles.head, look(column))}>
                <Role column={column} />
                <span className={styles.name}>{column.name}</span>
                {column.reasons.map((reason) => (
                  <span key={reason} className={styles.reason}>
                    {reason}
                  </span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, record }) => (
            <tr key={row} className={styles.row}>
              <th scope="row" className={styles.number}>
                {words.rowNumber(row)}
              </th>
              {columns.map((column) => (
                <td key={column.place} className={mergeClasses(styles.cell, look(column))}>
                  {record[column.place] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Role({ column: { place, name, role } }: { readonly column: ShownColumn }) {
  const stores = useStores()
  return (
    <Select
      size="small"
      aria-label={words.columnIs(name)}
      value={role ?? ''}
      onChange={(_, { value }) =>
        chooseRole(
          stores,
          place,
          columnRoles.find((one) => one === value),
        )
      }
    >
      <option value="">{words.roles.none}</option>
      {columnRoles.map((one) => (
        <option key={one} value={one}>
          {words.roles[one]}
        </option>
      ))}
    </Select>
  )
}
