import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Wand20Regular } from '@fluentui/react-icons/svg/wand'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { isEditable, takeFixes } from '../../stores/edit-actions.ts'
import { checkedList, offeredFixes } from '../../stores/list-store.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { IssueLine } from './issue-line.tsx'

const words = text.window.table.issues

const useStyles = makeStyles({
  list: { height: '100%', display: 'flex', flexDirection: 'column' },
  fixes: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
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

/** One decision for all values with the same slip. */
function AllFixes() {
  const styles = useStyles()
  const stores = useStores()
  const editable = useList(isEditable)
  const fixes = useList(offeredFixes)
  const all = fixes.flatMap(({ issues }) => issues)
  if (!editable || all.length === 0) return null
  return (
    <div className={styles.fixes}>
      {fixes.length > 1 && (
        <Button size="small" icon={<Wand20Regular />} onClick={() => takeFixes(stores, all)}>
          {words.takeAll(all.length)}
        </Button>
      )}
      {fixes.map(({ column, kind, issues }) => (
        <Button
          key={`${column} ${kind}`}
          size="small"
          icon={fixes.length === 1 ? <Wand20Regular /> : null}
          onClick={() => takeFixes(stores, issues)}
        >
          {words.fixAll(words.fixes[kind], issues.length)}
        </Button>
      ))}
    </div>
  )
}
