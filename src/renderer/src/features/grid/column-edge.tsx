import { makeStyles, tokens } from '@fluentui/react-components'
import { type PointerEvent, useRef } from 'react'
import type { TableColumn } from '../../model/phones/table-columns.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { setWidth } from '../../stores/table-look.ts'

const useStyles = makeStyles({
  edge: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    right: 0,
    width: '9px',
    cursor: 'col-resize',
    touchAction: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      top: '8px',
      bottom: '8px',
      right: 0,
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
    ':hover::after': {
      top: 0,
      bottom: 0,
      width: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
})

/** The edge of a column, to be dragged; a double click gives it its first width again. By keyboard: Alt with an arrow. */
export function ColumnEdge({ column }: { readonly column: TableColumn }) {
  const styles = useStyles()
  const stores = useStores()
  const drag = useRef<{ readonly from: number; readonly width: number } | undefined>(undefined)
  const widthAt = (event: PointerEvent): number =>
    (drag.current?.width ?? 0) + event.clientX - (drag.current?.from ?? 0)
  return (
    <span
      className={styles.edge}
      data-edge={column.id}
      aria-hidden
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        setWidth(stores, column, undefined)
      }}
      onMouseDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        drag.current = { from: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (drag.current && event.clientX !== drag.current.from)
          setWidth(stores, column, widthAt(event), false)
      }}
      onPointerUp={(event) => {
        const isMoved = drag.current && event.clientX !== drag.current.from
        if (isMoved) setWidth(stores, column, widthAt(event))
        drag.current = undefined
      }}
      onLostPointerCapture={() => {
        drag.current = undefined
      }}
    />
  )
}
