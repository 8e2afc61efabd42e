import { Button, makeStyles } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { useList, useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { showAfresh } from '../../stores/view-store.ts'

const { phones } = text.window

const useStyles = makeStyles({ last: { marginLeft: 'auto' } })

/** The way between the run and a list that was opened beside it. */
export function OtherView() {
  const styles = useStyles()
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
