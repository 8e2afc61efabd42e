import { makeStyles } from '@fluentui/react-components'
import { ReadingTable } from '../../components/reading-table.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'

const useStyles = makeStyles({ frame: { height: 'auto' }, table: { minWidth: '640px' } })

/** A table to read that scrolls by itself where there is no room for it. */
export function SiteTable(props: {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  const styles = useStyles()
  return (
    <ScrollArea name={props.name} className={styles.frame}>
      <ReadingTable columns={props.columns} rows={props.rows} className={styles.table} />
    </ScrollArea>
  )
}
