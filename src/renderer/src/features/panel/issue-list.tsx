import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Wand20Regular } from '@fluentui/react-icons/svg/wand'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { isEditable, takeFixes } from '../../stores/edit-actions.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { IssueLine } from './issue-line.tsx'

const words = text.window.table.issues

const useStyles = makeStyles({
  list: { height: '100%', display: 'flex', flexDirection: 'column' },
  fixes: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  issues: { flexGrow: 1, minHeight: 0 },
  line: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}` },
})

/** All issues of the check: those about the whole file first, then row by row. */
export function IssueList() {
  const styles = useStyles()
  const issues = useList((data) => checkedList(data)?.issues)
  if (!issues || issues.length === 0) return <EmptyNote>{words.empty}</EmptyNote>
  return (
    <div className={styles.list}>
      <AllFixes />
      <div className={styles.issues}>
        <VirtualList
          name={text.window.table.panel.issues}
          count={issues.length}
          itemHeight={28}
          item={(index) => {
            const issue = issues[index]
            return <div className={styles.line}>{issue && <IssueLine issue={issue} goTo />}</div>
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
  const issues = useList((data) => checkedList(data)?.issues)
  const fixable = (issues ?? []).filter(
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
