import { makeStyles } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { focusInside } from '../theme/focus.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

const useStyles = makeStyles({
  // To measure a new item must not have the whole page laid out.
  scroller: {
    height: '100%',
    overflow: 'auto',
    overscrollBehavior: 'contain',
    contain: 'strict',
    ...focusInside,
  },
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', left: 0, right: 0, top: 0, contain: 'layout style' },
})

/**
 * A long list of which only what is in sight is in the document; its items may differ in height.
 * `followEnd`: stays at the end while items are added there, unless the reader has scrolled away from it.
 */
export function VirtualList(props: {
  readonly name: string
  readonly count: number
  readonly itemHeight: number
  readonly followEnd?: boolean
  readonly item: (index: number) => ReactNode
}) {
  const { name, count, itemHeight, followEnd = false, item } = props
  const styles = useStyles()
  const scroller = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  // How high the list was when its end was last gone to.
  const seen = useRef(0)
  const virtualizer = useVirtualRows(scroller, { count, rowHeight: itemHeight })
  const size = virtualizer.getTotalSize()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (!followEnd || !list.current) return
    // Told after the layout: to scroll in an effect would have the page laid out once more for it, with all that changed.
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      seen.current = entry.contentRect.height
      if (atEnd.current) scroller.current?.scrollTo({ top: seen.current })
    })
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [followEnd])
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
        // A scroll is told of a frame later, and the list may have grown meanwhile: nobody has scrolled away from what came then.
        atEnd.current = seen.current - scrollTop - clientHeight < itemHeight
      }}
    >
      <ul ref={list} className={styles.list} style={{ height: size }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={count}
            aria-posinset={index + 1}
          >
            {item(index)}
          </li>
        ))}
      </ul>
    </section>
  )
}
