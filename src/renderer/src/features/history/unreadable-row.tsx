import { mergeClasses } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { UnreadableRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { RowCell } from '../../components/row-grid.tsx'
import { StatusIcon, useToneStyles } from '../../components/status-mark.tsx'
import { DeleteButton } from './run-actions.tsx'
import { Note, useRowStyles } from './run-row.tsx'

const { runs: words } = text.window.history

/** A record of which nothing can be read but its name: where it lies, why, and the way to be rid of it. */
export function UnreadableRow(props: {
  readonly lost: UnreadableRun
  readonly columns: number
  readonly tabIndex: 0 | -1
}) {
  const { lost, columns, tabIndex } = props
  const styles = useRowStyles()
  const tones = useToneStyles()
  return (
    <>
      <RowCell span={columns - 2}>
        <div className={styles.main} title={lost.runId}>
          {lost.runId}
        </div>
      </RowCell>
      <RowCell>
        <div className={mergeClasses(styles.line, tones.bad)}>
          <span className={styles.icon}>
            <StatusIcon status="error" />
          </span>
          {words.state.unreadable}
        </div>
      </RowCell>
      <RowCell>
        <DeleteAlone runId={lost.runId} tabIndex={tabIndex} />
      </RowCell>
      <Note columns={columns} icon={<Warning16Filled />}>
        {words.unreadable(lost.trouble)} {lost.file}
      </Note>
    </>
  )
}

function DeleteAlone({ runId, tabIndex }: { readonly runId: string; readonly tabIndex: 0 | -1 }) {
  const styles = useRowStyles()
  return (
    <div className={styles.end}>
      <DeleteButton run={{ runId }} name={runId} tabIndex={tabIndex} />
    </div>
  )
}
