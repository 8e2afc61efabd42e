import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useId } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { Splitter } from '../../components/splitter.tsx'
import { Tabs, tabId, tabpanelId } from '../../components/tabs.tsx'
import { useList, useRun, useSettings, useStores, useView } from '../../stores/stores-context.tsx'
import { setPanelSize } from '../../stores/table-look.ts'
import { useIsListShown } from '../../stores/use-rows.ts'
import { type PanelTab, panelTabIds } from '../../stores/view-store.ts'
import { framed } from '../../theme/page-layout.ts'
import { panelTabs } from './panel-tabs.tsx'

const words = text.window.table.panel

const useStyles = makeStyles({
  panel: {
    ...framed,
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
  // The table keeps more than half of the window, whatever size was chosen in a larger one.
  under: { maxHeight: '60vh' },
  beside: { maxWidth: '50vw' },
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingRight: tokens.spacingHorizontalXS,
  },
  content: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    containerType: 'inline-size',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
  },
})

/** Under the table or, in a wide window, beside it: at a size of its own, so that the table does not move for what it shows. */
export function Panel({ isBeside }: { readonly isBeside: boolean }) {
  const styles = useStyles()
  const stores = useStores()
  const id = useId()
  const { open, tab: wanted } = useView((view) => view.panel)
  const there = useTabsThere()
  const tab = there.find((value) => value === wanted) ?? 'details'
  const { Content } = panelTabs[tab]
  const size = useSize(isBeside)
  return (
    <>
      {open && (
        <Splitter
          name={isBeside ? words.resizeWidth : words.resizeHeight}
          controls={id}
          isUpright={isBeside}
          {...size}
          onResize={(chosen, isKept) =>
            setPanelSize(stores, isBeside ? { panelWidth: chosen } : { panelHeight: chosen }, isKept)
          }
        />
      )}
      <section
        id={id}
        className={mergeClasses(styles.panel, open && (isBeside ? styles.beside : styles.under))}
        style={open ? { [isBeside ? 'width' : 'height']: size.size } : undefined}
        aria-label={words.name}
        {...landmark}
      >
        <div className={styles.bar}>
          <PanelTabs id={id} there={there} selected={open ? tab : undefined} />
          <Tooltip content={open ? words.collapse : words.expand} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              aria-expanded={open}
              icon={open ? <Dismiss20Regular /> : <ChevronUp20Regular />}
              onClick={() => stores.view.setState({ panel: { open: !open, tab } })}
            />
          </Tooltip>
        </div>
        {open && (
          <div
            id={tabpanelId(id)}
            className={styles.content}
            role="tabpanel"
            aria-labelledby={tabId(id, tab)}
          >
            <Content />
          </div>
        )}
      </section>
    </>
  )
}

/** The tabs of what is shown. */
function useTabsThere(): readonly PanelTab[] {
  const shown = useView((view) => view.shown)
  const isListShown = useIsListShown()
  return panelTabIds.filter((value) => {
    const { of } = panelTabs[value]
    return of === 'any' || (of === 'list' ? isListShown : shown === 'run')
  })
}

/** Each with its name and how many are in it where that can be counted: the counts alone change with each event of a run. */
function PanelTabs(props: {
  readonly id: string
  readonly there: readonly PanelTab[]
  readonly selected: PanelTab | undefined
}) {
  const { id, there, selected } = props
  const stores = useStores()
  const list = useList((data) => data)
  const run = useRun((data) => data)
  return (
    <Tabs
      id={id}
      name={words.name}
      tabs={there.map((value) => {
        const { name, count } = panelTabs[value]
        return { value, label: count ? words.counted(name, count({ list, run })) : name }
      })}
      selected={selected}
      onSelect={(value) => stores.view.setState({ panel: { open: true, tab: value } })}
    />
  )
}

/** In pixels: how large the panel is, and how small and large it may be made. */
function useSize(isBeside: boolean): {
  readonly size: number
  readonly least: number
  readonly most: number
} {
  const chosen = useSettings(({ table }) => (isBeside ? table?.panelWidth : table?.panelHeight))
  const room = isBeside ? window.innerWidth : window.innerHeight
  const [least, most] = isBeside ? [320, Math.round(room / 2)] : [132, Math.round(room * 0.6)]
  const atFirst = isBeside ? Math.min(680, room * 0.28) : Math.min(340, Math.max(168, room * 0.27))
  return { size: Math.round(Math.min(most, chosen ?? atFirst)), least, most: Math.max(least, most) }
}
