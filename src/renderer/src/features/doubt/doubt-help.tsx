import { makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useRun } from '../../stores/desk-context.tsx'
import { doubtsOf } from './doubts.ts'
import { EvidenceButton } from './evidence-button.tsx'

const { doubt: words } = text.window

const useStyles = makeStyles({
  help: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  words: { flexGrow: 1, flexBasis: '440px', maxWidth: '110ch', margin: 0 },
})

/** In a stopped run: that a batch waits for a decision, and the way to it. */
export function DoubtHelp() {
  const styles = useStyles()
  const [first, ...others] = useRun(({ state }) => doubtsOf(state))
  if (!first) return null
  const { batch, phones, region } = first
  return (
    <div className={styles.help}>
      <p className={styles.words}>
        <strong>{words.line(batch + 1, phones, region)}</strong>{' '}
        {others.length > 0 && words.more(others.length)}
      </p>
      <EvidenceButton batch={batch} />
    </div>
  )
}
