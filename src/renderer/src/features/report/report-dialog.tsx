import { Button, Checkbox, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReportFormat } from '../../../../shared/ipc-requests.ts'
import { runsOfList } from '../../../../shared/report/runs-of-list.ts'
import { isUnfinished, type PastRun } from '../../../../shared/run/past-run.ts'
import { pastRunEnd } from '../../../../shared/run/run-end.ts'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import { useHistory, useStores, useView } from '../../stores/stores-context.tsx'
import { saveReport } from './report-actions.ts'

const words = text.window.history.report

const useStyles = makeStyles({
  text: { margin: 0 },
  runs: {
    margin: 0,
    padding: 0,
    border: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
})

/** Asks what goes into the report about a run. */
export function ReportDialog() {
  const isOpen = useView(({ dialog }) => dialog === 'report')
  const runId = useView(({ reportOf }) => reportOf)
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const run = runs?.find((one) => one.runId === runId)
  return isOpen && run && runs ? <Asking key={run.runId} run={run} runs={runsOfList(run, runs)} /> : null
}

function Asking({ run, runs }: { readonly run: PastRun; readonly runs: readonly PastRun[] }) {
  const styles = useStyles()
  const stores = useStores()
  const [site, setSite] = useState('')
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const chosen = runs.filter(({ runId }) => !leftOut.has(runId))
  const close = (): void => stores.view.setState({ dialog: undefined })
  const [saving, setSaving] = useState<ReportFormat>()
  const save = async (format: ReportFormat): Promise<void> => {
    const runIds = chosen.map(({ runId }) => runId)
    setSaving(format)
    const isSaved = await saveReport(stores, runIds, site, format)
    setSaving(undefined)
    // An operator who cancels the choice of a file still wants a report.
    if (isSaved) close()
  }
  const isIdle = chosen.length > 0 && saving === undefined
  return (
    <Modal
      title={words.title(run.listName)}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>{text.window.frame.cancel}</Button>
          {(['html', 'pdf'] as const).map((format) => (
            <Button
              key={format}
              appearance={format === 'pdf' ? 'primary' : 'secondary'}
              disabledFocusable={!isIdle}
              icon={saving === format ? <Spinner size="tiny" aria-hidden /> : null}
              onClick={() => save(format)}
            >
              {saving === format ? words.saving : words.save[format]}
            </Button>
          ))}
        </>
      }
    >
      <p className={styles.text}>{run.tenant.simulated ? words.simulated : words.lead}</p>
      <Field label={words.site} hint={words.siteHint}>
        <Input value={site} maxLength={200} onChange={(_, { value }) => setSite(value)} />
      </Field>
      <fieldset className={styles.runs}>
        <legend className={styles.legend}>{words.runs}</legend>
        {runs.map((one) => (
          <Checkbox
            key={one.runId}
            checked={!leftOut.has(one.runId)}
            label={words.run(
              dateAndTime(one.startedAt),
              isUnfinished(one) ? words.unfinished : text.run.ended(pastRunEnd(one)),
            )}
            onChange={(_, { checked }) => setLeftOut(changed(leftOut, one.runId, checked === true))}
          />
        ))}
      </fieldset>
    </Modal>
  )
}

function changed(leftOut: ReadonlySet<string>, runId: string, isChosen: boolean): ReadonlySet<string> {
  const after = new Set(leftOut)
  if (isChosen) after.delete(runId)
  else after.add(runId)
  return after
}
