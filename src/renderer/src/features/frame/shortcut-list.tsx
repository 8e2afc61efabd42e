import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { useStores, useView } from '../../stores/stores-context.tsx'

const { shortcuts: words } = text.window.frame

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
  },
  title: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 148px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  keys: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  what: { margin: 0 },
})

/** The keys of the window, asked for with a question mark. */
export function ShortcutList() {
  const styles = useStyles()
  const stores = useStores()
  const isOpen = useView(({ dialog }) => dialog === 'shortcuts')
  if (!isOpen) return null
  const close = (): void => stores.view.setState({ dialog: undefined })
  return (
    <Modal
      wide
      title={words.title}
      onCancel={close}
      actions={
        <Button appearance="primary" onClick={close}>
          {text.window.frame.close}
        </Button>
      }
    >
      <div className={styles.groups}>
        {words.groups.map(({ name, keys }) => (
          <section key={name} aria-label={name}>
            <h3 className={styles.title}>{name}</h3>
            <dl className={styles.list}>
              {keys.map(([pressed, what]) => (
                <Shortcut key={pressed} pressed={pressed} what={what} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function Shortcut({ pressed, what }: { readonly pressed: string; readonly what: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.keys}>{pressed}</dt>
      <dd className={styles.what}>{what}</dd>
    </>
  )
}
