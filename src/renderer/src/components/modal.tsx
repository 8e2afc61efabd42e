import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

const useStyles = makeStyles({
  modal: {
    width: 'min(600px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 32px)',
    // A grid, for it squeezes nothing in a low window: it scrolls.
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    margin: 'auto',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    overflow: 'auto',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
})

/**
 * A question that must be answered first. The browser's own modal dialog: it keeps the focus in, everything else
 * out of reach, and gives the focus back.
 */
export function Modal(props: {
  readonly title: string
  readonly onCancel: () => void
  readonly actions: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.modal}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        props.onCancel()
      }}
    >
      <h2 id={id} className={styles.title}>
        {props.title}
      </h2>
      {props.children}
      <div className={styles.actions}>{props.actions}</div>
    </dialog>
  )
}
