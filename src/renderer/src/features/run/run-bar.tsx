import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { progressOf } from '../../model/run/standing.ts'

const { strip } = text.window.run

// Where the system sets the colours they tell nothing apart: what has failed is hatched then, what is unknown is striped.
const pattern = (background: string) => ({
  '@media (forced-colors: active)': { forcedColorAdjust: 'none', background },
})

const useStyles = makeStyles({
  bar: { display: 'flex', columnGap: tokens.spacingHorizontalXXS, backgroundColor: 'transparent' },
  part: {
    flexBasis: 0,
    // One phone in 3,000 that failed is seen.
    minWidth: '4px',
  },
  signedIn: { backgroundColor: tokens.colorPaletteGreenBackground3, ...pattern('Highlight') },
  failed: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    ...pattern('repeating-linear-gradient(45deg, CanvasText 0 4px, Canvas 4px 7px)'),
  },
  unknown: {
    backgroundColor: tokens.colorPaletteDarkOrangeBackground3,
    ...pattern('repeating-linear-gradient(90deg, CanvasText 0 2px, Canvas 2px 6px)'),
  },
  notSent: { backgroundColor: tokens.colorNeutralBackground1Pressed, ...pattern('GrayText') },
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
