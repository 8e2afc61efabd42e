import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import { card } from '../../theme/page-layout.ts'

const useStyles = makeStyles({
  card: { ...card, paddingBottom: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
})

/** Settings that belong together. */
export function Section(props: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {props.title}
      </h2>
      {props.note !== undefined && <p className={styles.note}>{props.note}</p>}
      {props.children}
    </section>
  )
}
