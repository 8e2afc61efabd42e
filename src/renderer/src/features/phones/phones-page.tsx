import { makeStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useList, useView } from '../../stores/desk-context.tsx'
import { tablePage } from '../../theme/page-layout.ts'
import { visuallyHidden } from '../../theme/visually-hidden.ts'
import { PhoneGrid } from '../grid/phone-grid.tsx'
import { Panel } from '../panel/panel.tsx'
import { RunStrip } from '../run/run-strip.tsx'
import { OfferCard } from '../unfinished/offer-card.tsx'
import { EmptyList } from './empty-list.tsx'
import { ListStrip } from './list-strip.tsx'
import { SummaryBar } from './summary-bar.tsx'
import { Toolbar } from './toolbar.tsx'

const useStyles = makeStyles({
  page: tablePage,
  hidden: visuallyHidden,
})

/** The main job: a list, its check, one button, and how each phone fares. */
export function PhonesPage() {
  const styles = useStyles()
  const shown = useView((view) => view.shown)
  const isOpen = useList(({ sheet }) => sheet !== undefined)
  const isEmpty = shown === 'list' && !isOpen
  return (
    <div className={styles.page}>
      <h1 className={styles.hidden}>{text.window.phones.title}</h1>
      <Toolbar />
      {isEmpty ? (
        <>
          <OfferCard />
          <EmptyList />
        </>
      ) : (
        <>
          {shown === 'run' ? <RunStrip /> : <ListStrip />}
          <SummaryBar />
          <PhoneGrid />
          <Panel />
        </>
      )}
    </div>
  )
}
