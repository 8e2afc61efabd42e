import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { noOutline } from '../theme/focus.ts'
import { lowWindow } from '../theme/media.ts'

const useStyles = makeStyles({
  modal: {
    width: 'min(600px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 32px)',
    margin: 'auto',
    padding: `${tokens.spacingHorizontalXXL} ${tokens.spacingHorizontalXXL} 0`,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    overflow: 'auto',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  wide: { width: 'min(1180px, calc(100vw - 32px))' },
  // A grid, for it squeezes nothing in a low window; no wider than the dialog, whatever the words.
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    // What gets the focus is not left under the buttons below.
    '& :is(input, button)': { scrollMarginBottom: '88px' },
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere', ...noOutline },
  // In sight however long the question is.
  actions: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [lowWindow]: { padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}` },
  },
})

/**
 * A question that must be answered first. The browser's own modal dialog: it keeps the focus in, everything else
 * out of reach, and gives the focus back.
 */
export function Modal(props: {
  readonly title: string
  readonly onCancel: () => void
  /** For what has columns. */
  readonly wide?: boolean
  readonly actions: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    if (shown && title.current && shown.scrollTop > 0) beginAt(title.current, shown)
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={mergeClasses(styles.modal, props.wide && styles.wide)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        props.onCancel()
      }}
    >
      <div className={styles.content}>
        <h2 ref={title} id={id} className={styles.title}>
          {props.title}
        </h2>
        {props.children}
      </div>
      <div className={styles.actions}>{props.actions}</div>
    </dialog>
  )
}

/**
 * In a low window the first control may stand far below. A question is read from its first line on: its title has the
 * focus then, as https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/ advises. Not before, because the browser would
 * always give the focus to a title that can have it.
 */
function beginAt(title: HTMLElement, shown: HTMLElement): void {
  title.tabIndex = -1
  title.focus()
  shown.scrollTop = 0
}
