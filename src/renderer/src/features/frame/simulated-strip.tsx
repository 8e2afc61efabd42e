import { makeStyles, tokens } from '@fluentui/react-components'
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker'
import { text } from '../../../../shared/text/index.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { lowWindow } from '../../theme/media.ts'

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    // The same yellow in every theme, forced colours or not: a mark that changes is easier to overlook.
    forcedColorAdjust: 'none',
    backgroundColor: '#ffd335',
    color: '#242424',
    fontWeight: tokens.fontWeightSemibold,
    [lowWindow]: { position: 'sticky', top: 0, zIndex: 4 },
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

/** Stands on every page for as long as nothing is real. */
export function SimulatedStrip() {
  const styles = useStyles()
  const simulated = useSignedIn()?.tenant.simulated
  if (!simulated) return null
  return (
    <aside className={styles.strip} aria-label={text.window.session.simulatedBadge}>
      {/* The icons' own class puts them back under forced colours, and beats any other class. */}
      <Beaker20Regular aria-hidden style={{ forcedColorAdjust: 'none' }} />
      <span>{text.window.session.simulatedStrip}</span>
    </aside>
  )
}
