import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Wand20Regular } from '@fluentui/react-icons/svg/wand'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { checkedList } from '../../stores/list-store.ts'
import { isEditable, takeFixes } from '../../stores/mend-actions.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { FindingLine } from './finding-line.tsx'

const words = text.window.table.findings

const useStyles = makeStyles({
  list: { height: '100%', display: 'flex', flexDirection: 'column' },
  fixes: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  findings: { flexGrow: 1, minHeight: 0 },
  line: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}` },
})

/** All remarks of the check: those about the whole file first, then row by row. */
export function FindingList() {
  const styles = useStyles()
  const findings = useList((data) => checkedList(data)?.findings)
  if (!findings || findings.length === 0) return <EmptyNote>{words.empty}</EmptyNote>
  return (
    <div className={styles.list}>
      <AllFixes />
      <div className={styles.findings}>
        <VirtualList
          name={text.window.table.panel.findings}
          count={findings.length}
          itemHeight={28}
          item={(index) => {
            const finding = findings[index]
            return <div className={styles.line}>{finding && <FindingLine finding={finding} goTo />}</div>
          }}
        />
      </div>
    </div>
  )
}

function AllFixes() {
  const styles = useStyles()
  const stores = useStores()
  const editable = useList(isEditable)
  const findings = useList((data) => checkedList(data)?.findings)
  const fixable = (findings ?? []).filter(
    ({ row, column, fix }) => row !== undefined && column && fix !== undefined,
  )
  if (!editable || fixable.length < 2) return null
  return (
    <div className={styles.fixes}>
      <Button size="small" icon={<Wand20Regular />} onClick={() => takeFixes(stores, fixable)}>
        {words.takeAll(fixable.length)}
      </Button>
    </div>
  )
}
