import { Button, makeStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { keepList, openSheet, saveList } from '../../stores/list-actions.ts'
import { useList, useStores, useView } from '../../stores/stores-context.tsx'

const { replace: words } = text.window.phones

const useStyles = makeStyles({ text: { margin: 0, overflowWrap: 'anywhere' } })

/** Asks before another list takes the place of one whose changes are nowhere else. */
export function ReplaceList() {
  const styles = useStyles()
  const stores = useStores()
  const isOpen = useView(({ dialog }) => dialog === 'replace-list')
  const waiting = useList((list) => list.waiting)
  const name = useList(({ sheet }) => sheet?.name ?? '')
  const changed = useList(({ history }) => new Set(history.past.flatMap(({ rows }) => rows)).size)
  const onlyHere = useList(({ isOnlyHere, sheet }) => (isOnlyHere ? sheet?.rows.length : undefined))
  const isAgain = useList(({ opened }) => opened !== undefined && opened.source === waiting?.opened?.source)
  if (!isOpen || !waiting) return null
  return (
    <Modal
      title={isAgain ? words.again(name) : words.title(waiting.sheet.name)}
      onCancel={() => keepList(stores)}
      actions={
        <>
          <Button onClick={() => keepList(stores)}>{words.keep(name)}</Button>
          {!isAgain && (
            <Button
              onClick={async () => {
                if (await saveList(stores)) openSheet(stores, waiting.sheet, waiting)
              }}
            >
              {words.save}
            </Button>
          )}
          <Button appearance="primary" onClick={() => openSheet(stores, waiting.sheet, waiting)}>
            {isAgain ? words.readAgain : words.open}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {onlyHere === undefined || isAgain
          ? `${words.lead(changed, name)} ${words.savedNot}`
          : words.onlyHere(onlyHere, name)}
      </p>
    </Modal>
  )
}
