import { Button, makeStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { keepList, openSheet } from '../../stores/list-actions.ts'
import { useList, useStores, useView } from '../../stores/stores-context.tsx'

const { replace: words } = text.window.phones

const useStyles = makeStyles({ text: { margin: 0, overflowWrap: 'anywhere' } })

/** Asks before another list takes the place of one with corrections. */
export function ReplaceList() {
  const styles = useStyles()
  const stores = useStores()
  const isOpen = useView(({ dialog }) => dialog === 'replace-list')
  const waiting = useList((list) => list.waiting)
  const name = useList(({ sheet }) => sheet?.name ?? '')
  const cells = useList(({ corrections }) => corrections.reduce((sum, { rows }) => sum + rows.length, 0))
  if (!isOpen || !waiting) return null
  return (
    <Modal
      title={words.title(waiting.name)}
      onCancel={() => keepList(stores)}
      actions={
        <>
          <Button onClick={() => keepList(stores)}>{words.keep(name)}</Button>
          <Button appearance="primary" onClick={() => openSheet(stores, waiting)}>
            {words.open}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {words.lead(cells, name)} {words.savedNot}
      </p>
    </Modal>
  )
}
