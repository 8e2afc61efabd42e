import { MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ title: { display: 'block' } })

/** What a message bar says: what is the matter and, on a line of its own under it, the rest. */
export function MessageText(props: { readonly title?: ReactNode; readonly children: ReactNode }) {
  const { title, children } = props
  const styles = useStyles()
  return (
    <MessageBarBody>
      {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
      {children}
    </MessageBarBody>
  )
}
