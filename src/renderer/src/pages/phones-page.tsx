import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
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
import { wideWindow } from '../theme/media.ts'
import { tablePage } from '../theme/page-layout.ts'
import { useMedia } from '../theme/use-media.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

const useStyles = makeStyles({
  page: tablePage,
  work: { flexGrow: 1, flexBasis: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  beside: { flexDirection: 'row' },
  table: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: '140px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  // Closed, the panel is a line under the table; its edge, which keeps a distance, is not there then.
  apart: { rowGap: tokens.spacingVerticalS },
  hidden: visuallyHidden,
})

/** The main job: a list, its check, one button, and how each phone fares. */
export function PhonesPage() {
  const styles = useStyles()
  usePaste()
  const shown = useView((view) => view.shown)
  // People who scan look at the table. They see issues in the fields where they type.
  const isAdding = useView(({ adding }) => adding)
  const isOpen = useList(({ sheet }) => sheet !== undefined)
  const isPanelOpen = useView(({ panel }) => panel.open) && !isAdding
  const isBeside = useMedia(wideWindow) && isPanelOpen
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
          <div className={mergeClasses(styles.work, isBeside && styles.beside, !isPanelOpen && styles.apart)}>
            <div className={styles.table}>
              <PhoneGrid />
              <SelectionBar />
            </div>
            {!isAdding && <Panel isBeside={isBeside} />}
          </div>
          <RowMenu />
        </>
      )}
    </div>
  )
}
