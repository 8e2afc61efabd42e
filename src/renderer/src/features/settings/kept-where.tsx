import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { narrowWindow } from '../../theme/media.ts'
import { Section } from './section.tsx'

const { kept: words } = text.window.settings

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '140px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
    [narrowWindow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  what: typographyStyles.body1Strong,
  where: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
})

/** The data on this computer: where it is, and how it is protected. */
export function KeptWhere() {
  const styles = useStyles()
  const storage = useSignedIn()?.storage ?? 'none'
  const facts = [
    [words.settings, words.settingsWhere],
    [words.signIn, words.signInWhere[storage]],
    [words.runs, words.runsWhere],
    [words.lists, words.listsWhere],
  ] as const
  return (
    <Section title={words.title}>
      <dl className={styles.facts}>
        {facts.map(([what, where]) => (
          <Fact key={what} what={what} where={where} />
        ))}
      </dl>
    </Section>
  )
}

function Fact({ what, where }: { readonly what: string; readonly where: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.what}>{what}</dt>
      <dd className={styles.where}>{where}</dd>
    </>
  )
}
