import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { Info16Regular } from '@fluentui/react-icons/svg/info'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { IssueGroup } from '../../../../shared/phones/group-issues.ts'
import type { Issue, Severity } from '../../../../shared/phones/issue.ts'
import { issueLine } from '../../../../shared/phones/issue-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { useToneStyles } from '../../components/status-mark.tsx'
import type { Tone } from '../../model/tone.ts'
import { isEditable, takeFixes } from '../../stores/edit-actions.ts'
import { offeredFixes } from '../../stores/list-check.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { editOrShow, goToRow } from '../grid/grid-actions.ts'

const table = text.window.table

const tones: Record<Severity, Tone> = { error: 'bad', warning: 'careful', note: 'quiet' }
const icons = { error: ErrorCircle16Filled, warning: Warning16Filled, note: Info16Regular }

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  icon: { display: 'inline-flex', flexShrink: 0 },
  // Where buttons would leave it no room, as beside the table, they go below.
  message: {
    flex: '1 1 240px',
    minWidth: 0,
    maxWidth: 'max-content',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  buttons: {
    minWidth: 0,
    maxWidth: '100%',
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    marginLeft: 'auto',
    ':empty': { display: 'none' },
  },
  button: {
    minWidth: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
})

/** One issue: how bad, what, and the ways to put it right. With `goTo`, also the way to its row. */
export function IssueLine({ issue, goTo = false }: { readonly issue: Issue; readonly goTo?: boolean }) {
  const styles = useStyles()
  const stores = useStores()
  const editable = useList(isEditable)
  const { severity, row, column, message, fix, fixKind } = issue
  // In the list of all issues those that are alike stand together, and have their button there.
  const alike = useList((data) =>
    goTo || fixKind === undefined
      ? undefined
      : offeredFixes(data).find((one) => one.column === column && one.kind === fixKind),
  )
  return (
    <div className={styles.line}>
      <SeverityIcon severity={severity} />
      <span className={styles.message}>{goTo ? issueLine(issue) : message}</span>
      <span className={styles.buttons}>
        {editable && row !== undefined && column !== undefined && fix !== undefined && (
          <Button className={styles.button} size="small" onClick={() => takeFixes(stores, [issue])}>
            {table.details.use(fix)}
          </Button>
        )}
        {editable && alike && alike.issues.length > 1 && (
          <Button
            className={styles.button}
            size="small"
            title={table.issues.fixes[alike.kind]}
            onClick={() => takeFixes(stores, alike.issues)}
          >
            {table.issues.takeAlike(alike.issues.length)}
          </Button>
        )}
        {editable && !goTo && row !== undefined && column !== undefined && severity === 'error' && (
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            aria-label={table.edit(table.columns[column], row)}
            onClick={() => editOrShow(stores, { row, column })}
          >
            {table.details.change}
          </Button>
        )}
        {goTo && row !== undefined && (
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            onClick={() => goToRow(stores, row, column)}
          >
            {table.issues.goTo(row)}
          </Button>
        )}
      </span>
    </div>
  )
}

/** The same issue of many rows, as one. Its rows are shown on demand. */
export function GroupLine(props: {
  readonly group: IssueGroup
  readonly isUnfolded: boolean
  readonly onToggle: () => void
}) {
  const { group, isUnfolded, onToggle } = props
  const styles = useStyles()
  return (
    <div className={styles.line}>
      <SeverityIcon severity={group.issues[0].severity} />
      <span className={styles.message}>{group.message}</span>
      <span className={styles.buttons}>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-expanded={isUnfolded}
          onClick={onToggle}
        >
          {isUnfolded ? table.issues.fold : table.issues.unfold(group.issues.length)}
        </Button>
      </span>
    </div>
  )
}

function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useStyles()
  const toneStyles = useToneStyles()
  const Icon = icons[severity]
  return (
    <span className={mergeClasses(styles.icon, toneStyles[tones[severity]])}>
      <Icon role="img" aria-label={table.issues.severity[severity]} />
    </span>
  )
}
