import { Button, MessageBar, makeStyles, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { totalOf } from '../../../../shared/run/counts.ts'
import { isUnfinished, type PastRun, type UnreadableRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { focusInto, focusOn, mainId } from '../../components/landmarks.ts'
import { MessageText } from '../../components/message-text.tsx'
import { Modal } from '../../components/modal.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import { runName } from '../../model/run/run-name.ts'
import { tenantLine, tenantWords } from '../../model/session/tenant-words.ts'
import { useHistory, useStores, useView } from '../../stores/stores-context.tsx'
import { deleteRun } from './history-actions.ts'
import { runsGridId } from './runs-tab.tsx'

const { remove: words, runs } = text.window.history

const useStyles = makeStyles({
  text: { margin: 0 },
})

/** Asks before the journal of a run goes, and says what goes with it. */
export function DeleteRun() {
  const isOpen = useView(({ dialog }) => dialog === 'delete-run')
  const runId = useHistory(({ deleting }) => deleting)
  const run = useHistory(({ disk }) => disk.value?.runs.find((one) => one.runId === runId))
  const lost = useHistory(({ disk }) => disk.value?.unreadable.find((one) => one.runId === runId))
  const [named, setNamed] = useState<PastRun | UnreadableRun>()
  // While it is being deleted it goes from the list, and stays in the question.
  const target = run ?? lost ?? (named?.runId === runId ? named : undefined)
  if (target && target !== named) setNamed(target)
  return isOpen && target ? <Asking target={target} /> : null
}

function Asking({ target }: { readonly target: PastRun | UnreadableRun }) {
  const styles = useStyles()
  const stores = useStores()
  const [deleting, setDeleting] = useState(false)
  const close = (): void => stores.view.setState({ dialog: undefined })
  const remove = async (): Promise<void> => {
    setDeleting(true)
    await deleteRun(stores, target.runId, isRun(target) ? runName(target) : target.runId)
    flushSync(close)
    // The button that opened this is gone with its row: on to the next one.
    if (document.getElementById(runsGridId)) focusInto(runsGridId)
    else focusOn(mainId)
  }
  return (
    <Modal
      title={words.title}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>{text.window.frame.cancel}</Button>
          <Button
            appearance="primary"
            disabledFocusable={deleting}
            icon={deleting ? <Spinner size="tiny" aria-hidden /> : null}
            onClick={remove}
          >
            {deleting ? words.deleting : words.confirm}
          </Button>
        </>
      }
    >
      {isRun(target) ? <AboutRun run={target} /> : <AboutFile lost={target} />}
      <p className={styles.text}>{words.bin}</p>
    </Modal>
  )
}

const isRun = (target: PastRun | UnreadableRun): target is PastRun => 'listName' in target

function AboutRun({ run }: { readonly run: PastRun }) {
  const styles = useStyles()
  const phones = totalOf(run.counts)
  return (
    <>
      <Facts>
        <Fact name={words.list}>{run.listName}</Fact>
        <Fact name={words.started}>{dateAndTime(run.startedAt)}</Fact>
        <Fact name={words.tenant}>{tenantLine(tenantWords(run.tenant))}</Fact>
        <Fact name={words.phones}>{runs.phones(phones)}</Fact>
      </Facts>
      {isUnfinished(run) ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageText title={words.unfinishedTitle}>{words.unfinishedBody}</MessageText>
        </MessageBar>
      ) : (
        <p className={styles.text}>{words.finishedBody}</p>
      )}
      {run.retryOf !== undefined && run.counts['signed in'] > 0 && (
        <p className={styles.text}>{words.retryBody}</p>
      )}
    </>
  )
}

function AboutFile({ lost }: { readonly lost: UnreadableRun }) {
  const styles = useStyles()
  return (
    <>
      <Facts>
        <Fact name={words.file}>{lost.file}</Fact>
      </Facts>
      <p className={styles.text}>{words.unreadableBody}</p>
    </>
  )
}
