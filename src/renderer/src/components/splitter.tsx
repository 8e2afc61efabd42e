import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { focusInside } from '../theme/focus.ts'

const useStyles = makeStyles({
  splitter: {
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ...focusInside,
    '@media (forced-colors: active)': { ':hover': { backgroundColor: 'Highlight' } },
  },
  across: { width: '8px', cursor: 'col-resize' },
  down: { height: '8px', cursor: 'row-resize' },
})

// In pixels.
const step = 24

/**
 * The edge before a part of the page, which makes that part larger or smaller: by hand, or with arrow keys, Home and End
 * (WAI-ARIA Authoring Practices, "Window Splitter"). A double click gives it its first size again.
 */
export function Splitter(props: {
  readonly name: string
  /** The ID of what it resizes. */
  readonly controls: string
  /** Whether it stands between what is side by side. */
  readonly isUpright: boolean
  readonly size: number
  readonly least: number
  readonly most: number
  /** `isKept`: not while a hand still moves it. Undefined: the first size. */
  readonly onResize: (size: number | undefined, isKept: boolean) => void
}) {
  const { name, controls, isUpright, size, least, most, onResize } = props
  const styles = useStyles()
  const drag = useRef<{ readonly from: number; readonly size: number } | undefined>(undefined)
  const within = (wanted: number): number => Math.round(Math.min(most, Math.max(least, wanted)))
  const placeOf = (event: PointerEvent): number => (isUpright ? event.clientX : event.clientY)
  const moved = (event: PointerEvent): number | undefined => {
    const by = (drag.current?.from ?? 0) - placeOf(event)
    return drag.current && by !== 0 ? within(drag.current.size + by) : undefined
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = keys(event.key, isUpright, { size, least, most })
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onResize(within(wanted), true)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      aria-label={name}
      aria-controls={controls}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={within(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      title={name}
      className={mergeClasses(styles.splitter, isUpright ? styles.across : styles.down)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(undefined, true)}
      onPointerDown={(event) => {
        drag.current = { from: placeOf(event), size }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        const wanted = moved(event)
        if (wanted !== undefined) onResize(wanted, false)
      }}
      onPointerUp={(event) => {
        const wanted = moved(event)
        drag.current = undefined
        if (wanted !== undefined) onResize(wanted, true)
      }}
      onLostPointerCapture={() => {
        drag.current = undefined
      }}
    />
  )
}

/** The size after a key press. The part lies behind the edge, so it grows when the edge moves left or up. */
function keys(
  key: string,
  isUpright: boolean,
  { size, least, most }: { readonly size: number; readonly least: number; readonly most: number },
): number | undefined {
  if (key === (isUpright ? 'ArrowLeft' : 'ArrowUp')) return size + step
  if (key === (isUpright ? 'ArrowRight' : 'ArrowDown')) return size - step
  if (key === 'Home') return least
  return key === 'End' ? most : undefined
}
