import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { openPasted } from './use-paste.ts'

const pasted = text.window.pasted
const frame = text.window.frame

const useStyles = makeStyles({ text: { margin: 0 }, field: { '& textarea': { height: '96px' } } })

/** A field to paste into, for people who look for one in the menu. */
export function PasteCells() {
  const styles = useStyles()
  const stores = useStores()
  const isOpen = useView(({ dialog }) => dialog === 'paste')
  if (!isOpen) return null
  const close = (): void => stores.view.setState({ dialog: undefined })
  return (
    <Modal title={pasted.title} onCancel={close} actions={<Button onClick={close}>{frame.cancel}</Button>}>
      <p className={styles.text}>{pasted.lead}</p>
      <Field label={pasted.field} hint={pasted.anywhere}>
        <Textarea
          className={styles.field}
          value=""
          spellCheck={false}
          onPaste={(event) => {
            event.preventDefault()
            close()
            openPasted(stores, event.clipboardData)
          }}
        />
      </Field>
    </Modal>
  )
}
