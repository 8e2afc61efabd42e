import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { DocumentAdd48Regular } from '@fluentui/react-icons/svg/document-add'
import { useEffect, useState } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { type AppStores, tell } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { readDrop, thingsIn } from './drop.ts'

const { drop } = text.window.frame

const useStyles = makeStyles({
  target: {
    position: 'fixed',
    inset: 0,
    zIndex: 20,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorBackgroundOverlay,
    pointerEvents: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXXL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow28,
    textAlign: 'center',
  },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  title: typographyStyles.subtitle1,
  hint: { color: tokens.colorNeutralForeground2 },
})

/** A file may be dropped anywhere on the window. While one hovers, the window says what it takes. */
export function DropTarget() {
  const styles = useStyles()
  const hovering = useDroppedFiles(useStores())
  if (!hovering) return null
  return (
    <div className={styles.target}>
      <div className={styles.card}>
        <span className={styles.icon}>
          <DocumentAdd48Regular aria-hidden />
        </span>
        <span className={styles.title}>{drop.title}</span>
        <span className={styles.hint}>{drop.hint}</span>
      </div>
    </div>
  )
}

/** Takes drops; answers whether something hovers over the window. */
function useDroppedFiles(stores: AppStores): boolean {
  const [hovering, setHovering] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      // Otherwise the browser would go to the file: in this window that is refused, in others it is not.
      event.preventDefault()
      if (!event.dataTransfer) return
      const welcome = event.dataTransfer.types.includes('Files') && !stores.view.getState().dialog
      event.dataTransfer.dropEffect = welcome ? 'copy' : 'none'
      setHovering(welcome)
    }
    // Between two elements of the page, relatedTarget is the one entered; outside of it there is none.
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false)
    }
    const onDrop = (event: DragEvent): void => {
      event.preventDefault()
      setHovering(false)
      if (event.dataTransfer && !stores.view.getState().dialog) void open(stores, event.dataTransfer)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [stores])
  return hovering
}

async function open(stores: AppStores, transfer: DataTransfer): Promise<void> {
  const file = await readDrop(thingsIn(transfer))
  if (file.ok) {
    const { openDropped } = await import('../../stores/list-actions.ts')
    await openDropped(stores, file.value)
  } else tell(stores, 'list', 'error', file.failure)
}
