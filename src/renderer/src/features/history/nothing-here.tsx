import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { landmark } from '../../components/landmarks.ts'
import { emptyState } from '../../theme/page-layout.ts'

const useStyles = makeStyles({
  empty: emptyState,
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  body: { margin: 0, maxWidth: '64ch', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
})

/** In place of a list that has nothing in it: what will be there, and the way on. */
export function NothingHere(props: {
  readonly icon: ReactNode
  readonly title: string
  readonly body?: string
  readonly children?: ReactNode
}) {
  const { icon, title, body, children } = props
  const styles = useStyles()
  return (
    <section className={styles.empty} {...landmark}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      {body !== undefined && <p className={styles.body}>{body}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </section>
  )
}
