import { makeStyles } from '@fluentui/react-components'
import { text } from '../../../shared/text/index.ts'
import { PhoneGrid } from '../features/grid/phone-grid.tsx'
import { Panel } from '../features/panel/panel.tsx'
import { AddPhones } from '../features/phones/add-phones.tsx'
import { EmptyList } from '../features/phones/empty-list.tsx'
import { ListStrip } from '../features/phones/list-strip.tsx'
import { SummaryBar } from '../features/phones/summary-bar.tsx'
import { Toolbar } from '../features/phones/toolbar.tsx'
import { usePaste } from '../features/phones/use-paste.ts'
import { RunStrip } from '../features/run/run-strip.tsx'
import { RowMenu } from '../features/selection/row-menu.tsx'
import { SelectionBar } from '../features/selection/selection-bar.tsx'
import { TestOffer } from '../features/tenant-test/test-offer.tsx'
import { OfferCard } from '../features/unfinished/offer-card.tsx'
import { useList, useView } from '../stores/stores-context.tsx'
import { tablePage } from '../theme/page-layout.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

const useStyles = makeStyles({
  page: tablePage,
  hidden: visuallyHidden,
})

/** The main job: a list, its check, one button, and how each phone fares. */
export function PhonesPage() {
  const styles = useStyles()
  usePaste()
  const shown = useView((view) => view.shown)
  // Whoever scans looks at the table, and is told about issues where they are typed.
  const isAdding = useView(({ adding }) => adding)
  const isOpen = useList(({ sheet }) => sheet !== undefined)
  const isEmpty = shown === 'list' && !isOpen
  return (
    <div className={styles.page}>
      <h1 className={styles.hidden}>{text.window.phones.title}</h1>
      <Toolbar />
      {isEmpty ? (
        <>
          <OfferCard />
          <TestOffer />
          <EmptyList />
        </>
      ) : (
        <>
          {shown === 'run' ? <RunStrip /> : <ListStrip />}
          <AddPhones />
          <SummaryBar />
          <PhoneGrid />
          <SelectionBar />
          <RowMenu />
          {!isAdding && <Panel />}
        </>
      )}
    </div>
  )
}
