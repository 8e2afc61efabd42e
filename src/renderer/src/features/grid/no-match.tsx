import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { useRows } from '../../stores/use-rows.ts'
import { headerHeight } from './grid-layout.ts'

const { phones } = text.window

const useStyles = makeStyles({
  empty: {
    position: 'absolute',
    inset: `${headerHeight}px 0 0`,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalS,
  },
  title: typographyStyles.subtitle2,
  hint: { color: tokens.colorNeutralForeground2 },
})

/** The filter left nothing: say so, and offer the way back. */
export function NoMatch() {
  const styles = useStyles()
  const stores = useStores()
  const all = useRows().length
  return (
    <div className={styles.empty}>
      <span className={styles.title}>{phones.noMatch}</span>
      <span className={styles.hint}>{phones.noMatchHint(all)}</span>
      <Button onClick={() => stores.view.setState({ filter: '', only: undefined })}>{phones.showAll}</Button>
    </div>
  )
}
