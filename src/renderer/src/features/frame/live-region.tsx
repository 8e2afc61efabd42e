import { makeStyles } from '@fluentui/react-components'
import { useLive } from '../../stores/stores-context.tsx'
import { visuallyHidden } from '../../theme/visually-hidden.ts'

const useStyles = makeStyles({ hidden: visuallyHidden })

/** Speaks what is announced. Two nodes take turns, so that the same sentence is spoken twice. */
export function LiveRegion() {
  const styles = useStyles()
  const { said, times } = useLive()
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      <div>{times % 2 === 0 ? said : ''}</div>
      <div>{times % 2 === 1 ? said : ''}</div>
    </div>
  )
}
