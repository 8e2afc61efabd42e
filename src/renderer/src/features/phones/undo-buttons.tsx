import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowRedo20Regular } from '@fluentui/react-icons/svg/arrow-redo'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { text } from '../../../../shared/text/index.ts'
import { redo, undo } from '../../stores/edit-actions.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { tightWindow } from '../../theme/media.ts'
import { useMedia } from '../../theme/use-media.ts'

const phones = text.window.phones

const look = { size: 'small', appearance: 'subtle' } as const

/** Take the last change of the list back, or make it again. */
export function UndoButtons() {
  const stores = useStores()
  const isTight = useMedia(tightWindow)
  const { past, undone } = useList((list) => list.history)
  const last = past.at(-1)
  const [row = 0, another] = last?.rows ?? []
  const hint = another === undefined ? phones.undoHint(row) : phones.undoSeveralHint(last?.rows.length ?? 0)
  return (
    <>
      {last && (
        <Tooltip content={hint} relationship="description">
          <Button
            {...look}
            icon={<ArrowUndo20Regular />}
            aria-label={phones.undo}
            onClick={() => undo(stores)}
          >
            {isTight ? null : phones.undo}
          </Button>
        </Tooltip>
      )}
      {undone.length > 0 && (
        <Tooltip content={phones.redoHint} relationship="description">
          <Button
            {...look}
            icon={<ArrowRedo20Regular />}
            aria-label={phones.redo}
            onClick={() => redo(stores)}
          >
            {isTight ? null : phones.redo}
          </Button>
        </Tooltip>
      )}
    </>
  )
}
