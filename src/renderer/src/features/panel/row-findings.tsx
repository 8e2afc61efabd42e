import { makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import type { Row } from '../../model/phones/row.ts'
import { FindingLine } from './finding-line.tsx'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
})

/** What the check remarks about one row. */
export function RowFindings({ row }: { readonly row: Row }) {
  const styles = useStyles()
  if (row.findings.length === 0) return <span>{text.window.table.details.none}</span>
  return (
    <ul className={styles.list}>
      {row.findings.map((finding) => (
        <li key={`${finding.code} ${finding.column}`}>
          <FindingLine finding={finding} />
        </li>
      ))}
    </ul>
  )
}
