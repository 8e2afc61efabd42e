import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Wand20Regular } from '@fluentui/react-icons/svg/wand'
import { useMemo, useState } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { issueLines } from '../../model/phones/issue-lines.ts'
import { isEditable, takeFixes } from '../../stores/edit-actions.ts'
import { checkedList, offeredFixes } from '../../stores/list-check.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { GroupLine, IssueLine } from './issue-line.tsx'

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

/** All issues of the check: those about the whole file first, then those of the rows, many of a kind in one line. */
export function IssueList() {
  const styles = useStyles()
  const issues = useList((data) => checkedList(data)?.issues)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => issueLines(issues ?? [], unfolded), [issues, unfolded])
  if (lines.length === 0) return <EmptyNote>{words.empty}</EmptyNote>
  const toggle = (key: string): void =>
    setUnfolded(
      (before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]),
    )
  return (
    <div className={styles.list}>
      <AllFixes />
      <div className={styles.issues}>
        <VirtualList
          name={text.window.table.panel.issues}
          count={lines.length}
          itemHeight={28}
          item={(index) => {
            const line = lines[index]
            if (line?.kind === 'group')
              return (
                <div className={styles.line}>
                  <GroupLine
                    group={line.group}
                    isUnfolded={unfolded.has(line.key)}
                    onToggle={() => toggle(line.key)}
                  />
                </div>
              )
            return <div className={styles.line}>{line && <IssueLine issue={line.issue} goTo />}</div>
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
