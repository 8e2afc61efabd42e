import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { whyNot } from '../../model/history/run-standing.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { askForReport } from '../report/report-actions.ts'
import { openRun } from '../run/open-run.ts'
import { saveRun } from '../run/run-actions.ts'
import { askToDelete } from './history-actions.ts'

const { runs: words } = text.window.history

const useStyles = makeStyles({
  actions: { display: 'flex', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalXS },
})

/** The buttons of a run of this disk. `name` tells them from the buttons of other runs. */
export function RunActions(props: {
  readonly run: PastRun
  readonly name: string
  readonly tabIndex: 0 | -1
}) {
  const { run, name, tabIndex } = props
  const styles = useStyles()
  const stores = useStores()
  const why = useRun(({ state }) => whyNot(run, state).open)
  return (
    <div className={styles.actions}>
      <Tooltip content={why ?? words.openRun(name)} relationship={why ? 'description' : 'label'}>
        <Button
          size="small"
          tabIndex={tabIndex}
          disabledFocusable={why !== undefined}
          aria-label={words.openRun(name)}
          onClick={() => openRun(stores, run)}
        >
          {words.open}
        </Button>
      </Tooltip>
      <Tooltip content={words.exportRun(name)} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          tabIndex={tabIndex}
          icon={<ArrowDownload20Regular />}
          onClick={() => saveRun(stores, run.runId, 'results')}
        />
      </Tooltip>
      <Tooltip content={words.reportRun(name)} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          tabIndex={tabIndex}
          icon={<DocumentText20Regular />}
          onClick={() => askForReport(stores, run.runId)}
        />
      </Tooltip>
      <DeleteButton run={run} name={name} tabIndex={tabIndex} />
    </div>
  )
}

export function DeleteButton(props: {
  readonly run: Pick<PastRun, 'runId'> & Partial<Pick<PastRun, 'watching' | 'holder'>>
  readonly name: string
  readonly tabIndex: 0 | -1
}) {
  const {
    run: { runId, watching, holder },
    name,
    tabIndex,
  } = props
  const stores = useStores()
  const why = useRun(
    ({ state }) => watching && whyNot({ runId, watching, ...(holder && { holder }) }, state).remove,
  )
  return (
    <Tooltip content={why ?? words.deleteRun(name)} relationship={why ? 'description' : 'label'}>
      <Button
        size="small"
        appearance="subtle"
        tabIndex={tabIndex}
        disabledFocusable={why !== undefined}
        aria-label={words.deleteRun(name)}
        icon={<Delete20Regular />}
        onClick={() => askToDelete(stores, runId)}
      />
    </Tooltip>
  )
}
