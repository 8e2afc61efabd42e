import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { progressOf } from '../../model/run/standing.ts'

const { strip } = text.window.run

const useStyles = makeStyles({
  bar: { display: 'flex', columnGap: tokens.spacingHorizontalXXS, backgroundColor: 'transparent' },
  part: {
    flexBasis: 0,
    // One phone in 3,000 that failed is seen.
    minWidth: '4px',
    // The bar alone is seen then, in the colour the system has for it.
    '@media (forced-colors: active)': { display: 'none' },
  },
  signedIn: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  failed: { backgroundColor: tokens.colorPaletteRedBackground3 },
  unknown: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  notSent: { backgroundColor: tokens.colorNeutralBackground1Pressed },
})

/** How many phones of the run have nothing more to come, and by colour what has come of them. */
export function RunBar({ state }: { readonly state: RunState }) {
  const styles = useStyles()
  const { done, ...parts } = progressOf(state)
  const children = (['signedIn', 'failed', 'unknown', 'notSent'] as const)
    .filter((part) => parts[part] > 0)
    .map((part) => (
      <div key={part} className={mergeClasses(styles.part, styles[part])} style={{ flexGrow: parts[part] }} />
    ))
  return (
    <ProgressBar
      value={done}
      thickness="large"
      aria-label={strip.name}
      aria-valuetext={strip.progress(Math.floor(done * 100))}
      bar={{ className: styles.bar, children }}
    />
  )
}
