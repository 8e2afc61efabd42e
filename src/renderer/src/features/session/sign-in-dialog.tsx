import { Button, makeStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { tenantLine, tenantWords } from '../../model/session/tenant-words.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { TenantField } from './tenant-field.tsx'
import { useTenantChoice } from './use-tenant-choice.ts'

const session = text.window.session
const { dialog: words } = text.window.session

const useStyles = makeStyles({ lead: { margin: 0, overflowWrap: 'anywhere' } })

/** Lets a signed-in operator choose another account or another tenant. */
export function SignInDialog() {
  const isOpen = useView(({ dialog }) => dialog === 'sign-in')
  return isOpen ? <Asking /> : null
}

function Asking() {
  const styles = useStyles()
  const stores = useStores()
  const here = useSignedIn()
  const choice = useTenantChoice()
  const close = (): void => stores.view.setState({ dialog: undefined })
  const go = (way: 'browser' | 'device-code'): void => {
    if (choice.signIn(way)) close()
  }
  return (
    <Modal
      title={words.title}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>{text.window.frame.cancel}</Button>
          <Button onClick={() => go('device-code')}>{session.signInWithCode}</Button>
          <Button appearance="primary" onClick={() => go('browser')}>
            {session.signIn}
          </Button>
        </>
      }
    >
      {here && (
        <p className={styles.lead}>
          {words.lead(here.operator.username, tenantLine(tenantWords(here.tenant)))}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          go('browser')
        }}
      >
        <TenantField choice={choice} />
      </form>
    </Modal>
  )
}
