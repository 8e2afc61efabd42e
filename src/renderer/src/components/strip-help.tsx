import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  help: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  words: { flexGrow: 1, flexBasis: '440px', maxWidth: '110ch', margin: 0 },
})

/** A line in the strip of a run that asks for somebody: what is the matter, and the buttons that help. */
export function StripHelp({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.help}>
      <p className={styles.words}>{words}</p>
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}
