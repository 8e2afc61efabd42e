import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { useList, useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useIsListShown } from '../../stores/use-rows.ts'
import { showAfresh } from '../../stores/view-store.ts'
import { ReadinessButton } from '../readiness/readiness-button.tsx'
import { RunButtons } from '../run/run-buttons.tsx'
import { OpenMenu } from './open-menu.tsx'
import { RegionChoice } from './region-choice.tsx'
import { StartButtons } from './start-buttons.tsx'

const phones = text.window.phones

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

/** The actions for the list or for the run, whichever is shown. */
export function Toolbar() {
  const styles = useStyles()
  const shown = useView((view) => view.shown)
  const isOpen = useList(({ sheet }) => sheet !== undefined)
  return (
    <section className={styles.toolbar} aria-label={phones.toolbar} {...landmark}>
      <OpenMenu />
      {shown === 'run' && <RunToolbar />}
      {shown === 'list' && isOpen && (
        <>
          <RegionChoice />
          <StartButtons />
          <ReadinessButton />
        </>
      )}
      <OtherView />
    </section>
  )
}

/** The actions for the shown run, and for its list if that is open. */
function RunToolbar() {
  const isFinished = useRun(({ state }) => state?.watching.kind === 'finished')
  const isListShown = useIsListShown()
  return (
    <>
      {isListShown && isFinished && <StartButtons isAfterRun />}
      <RunButtons canRetry={!isListShown} />
    </>
  )
}

/** The way between the run and a list that was opened beside it. */
function OtherView() {
  const styles = useOtherViewStyles()
  const stores = useStores()
  const shown = useView((view) => view.shown)
  const hasRun = useRun(({ state }) => state !== undefined)
  const underWay = useRun(({ state }) => isWatching(state))
  const isListShown = useIsListShown()
  const other = useList(({ sheet }) => (isListShown ? undefined : sheet?.name))
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
