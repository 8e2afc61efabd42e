import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { Play20Filled } from '@fluentui/react-icons/svg/play'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { whyNotStart } from '../../model/phones/why-not-start.ts'
import { isEditable, undo } from '../../stores/edit-actions.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useList, useRun, useSession, useStores, useView } from '../../stores/stores-context.tsx'
import { useStartPlan } from '../../stores/use-memory.ts'
import { showAfresh } from '../../stores/view-store.ts'
import { askToStart } from '../run/run-actions.ts'
import { RunButtons } from '../run/run-buttons.tsx'
import { OpenMenu } from './open-menu.tsx'
import { RegionChoice } from './region-choice.tsx'

const { phones } = text.window

const useStyles = makeStyles({
  toolbar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
})

const useOtherViewStyles = makeStyles({ last: { marginLeft: 'auto' } })

/** What can be done with the list, or with the run, whichever is shown. */
export function Toolbar() {
  const styles = useStyles()
  const shown = useView((view) => view.shown)
  return (
    <section className={styles.toolbar} aria-label={phones.toolbar} {...landmark}>
      <OpenMenu />
      {shown === 'list' ? (
        <>
          <RegionChoice />
          <StartButton />
          <UndoButton />
        </>
      ) : (
        <RunButtons />
      )}
      <OtherView />
    </section>
  )
}

function UndoButton() {
  const stores = useStores()
  const last = useList(({ corrections }) => corrections.at(-1))
  const editable = useList(isEditable)
  if (!last || !editable) return null
  const [row = 0, another] = last.rows
  const hint = another === undefined ? phones.undoHint(row) : phones.undoSeveralHint(last.rows.length)
  return (
    <Tooltip content={hint} relationship="description">
      <Button appearance="subtle" icon={<ArrowUndo20Regular />} onClick={() => undo(stores)}>
        {phones.undo}
      </Button>
    </Tooltip>
  )
}

/** The one button. It stays reachable while it cannot be pressed, so that it can say why. */
function StartButton() {
  const stores = useStores()
  const list = useList(checkedList)
  const session = useSession((data) => data.session)
  const run = useRun(({ state }) => state)
  const start = useStartPlan()
  const why = whyNotStart(list, session, run, start?.plan)
  const button = (
    <Button
      appearance="primary"
      icon={<Play20Filled />}
      disabledFocusable={why !== undefined}
      onClick={() => askToStart(stores)}
    >
      {phones.bulkSignIn}
    </Button>
  )
  if (why === undefined) return button
  return (
    <Tooltip content={why} relationship="description">
      {button}
    </Tooltip>
  )
}

/** The way between the run and a list that was opened beside it. */
function OtherView() {
  const styles = useOtherViewStyles()
  const stores = useStores()
  const shown = useView((view) => view.shown)
  const hasRun = useRun(({ state }) => state !== undefined)
  const underWay = useRun(({ state }) => isWatching(state))
  const other = useList(({ sheet, runId }) => (runId === undefined ? sheet?.name : undefined))
  if (shown === 'list' && hasRun) {
    return (
      <Button className={styles.last} appearance="subtle" onClick={() => showAfresh(stores.view, 'run')}>
        {underWay ? phones.showRun : phones.showLastRun}
      </Button>
    )
  }
  if (shown === 'run' && other !== undefined) {
    return (
      <Button className={styles.last} appearance="subtle" onClick={() => showAfresh(stores.view, 'list')}>
        {phones.backToList(other)}
      </Button>
    )
  }
  return null
}
