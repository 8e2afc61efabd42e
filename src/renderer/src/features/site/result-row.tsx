import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { QuestionCircle16Filled } from '@fluentui/react-icons/svg/question-circle'
import type { SiteResult } from '../../../../shared/site/check/site-result.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'

const check = text.site.check
const icons = {
  clear: CheckmarkCircle16Filled,
  wrong: DismissCircle16Filled,
  untested: QuestionCircle16Filled,
}
const tones = { clear: 'good', wrong: 'bad', untested: 'quiet' } as const

const useStyles = makeStyles({
  row: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  outcome: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

/** One check: what was done, what came, what it means, what to do. */
export function ResultRow({ result }: { readonly result: SiteResult }) {
  const styles = useStyles()
  const toneStyles = useToneStyles()
  const Icon = icons[result.outcome]
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3 className={styles.name}>{check.names[result.check]}</h3>
        <span className={mergeClasses(styles.outcome, toneStyles[tones[result.outcome]])}>
          <Icon aria-hidden />
          {check.outcomes[result.outcome]}
        </span>
      </div>
      <Facts>
        <Fact name={check.parts.did}>{result.did}</Fact>
        <Fact name={check.parts.came}>{result.came}</Fact>
        <Fact name={check.parts.means}>{result.means}</Fact>
        {result.todo !== undefined && <Fact name={check.parts.todo}>{result.todo}</Fact>}
      </Facts>
    </li>
  )
}
