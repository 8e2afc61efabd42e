import { makeStyles, Spinner } from '@fluentui/react-components'

const useStyles = makeStyles({
  middle: { flexGrow: 1, display: 'flex', alignItems: 'center', justifyContent: 'center' },
})

/** In place of a list that is asked for the first time. */
export function Loading({ label }: { readonly label: string }) {
  const styles = useStyles()
  return (
    <div className={styles.middle}>
      <Spinner size="small" label={label} />
    </div>
  )
}
