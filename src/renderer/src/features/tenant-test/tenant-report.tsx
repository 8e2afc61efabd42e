import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { isWorthOtherWay } from '../../../../shared/doctor/other-way.ts'
import type { Check, CheckOutcome, DoctorReport } from '../../../../shared/doctor/report.ts'
import { outcomeInWords, reportAsText } from '../../../../shared/doctor/report-as-text.ts'
import { type Verdict, verdictOf } from '../../../../shared/doctor/verdict.ts'
import { text } from '../../../../shared/text/index.ts'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import { StripHelp } from '../../components/strip-help.tsx'
import { useStores } from '../../stores/stores-context.tsx'
import { useGoesDirectly } from '../../stores/use-signed-in.ts'
import { focusInside } from '../../theme/focus.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { saveReport } from './tenant-test-actions.ts'

const { tenantTest: words } = text.window

const useStyles = makeStyles({
  report: { display: 'grid', rowGap: tokens.spacingVerticalM, padding: `${tokens.spacingVerticalM} 0` },
  verdict: { display: 'flex', columnGap: tokens.spacingHorizontalS, margin: 0 },
  message: { ...typographyStyles.body1Strong, display: 'block' },
  checks: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  check: { display: 'flex', columnGap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: tokens.spacingVerticalXXS },
  how: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', borderRadius: tokens.borderRadiusMedium, ...focusInside },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  whole: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: tokens.spacingVerticalM,
    height: 'auto',
    maxHeight: '320px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What a test of a tenant came to: in a sentence, by what was asked, and as the text to send. */
export function TenantReport({ report }: { readonly report: DoctorReport }) {
  const styles = useStyles()
  const stores = useStores()
  const verdict = verdictOf(report)
  const isDirect = useGoesDirectly()
  return (
    <div className={styles.report}>
      <div className={styles.verdict}>
        <Mark kind={markOfVerdict[verdict.kind]} />
        <div>
          <span className={styles.message}>{verdict.message}</span>
          {verdict.remedy}
        </div>
      </div>
      {isDirect && isWorthOtherWay(report) && (
        <StripHelp words={words.otherWay}>
          <Button size="small" onClick={() => stores.view.setState({ settingsPart: 'way' })}>
            {words.chooseWay}
          </Button>
        </StripHelp>
      )}
      <ul className={styles.checks} aria-label={words.checksName}>
        {report.checks.map((check) => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ul>
      <div className={styles.buttons}>
        <CopyButton
          appearance="secondary"
          content={() => reportAsText(report)}
          label={words.copy}
          what={words.copied}
        >
          {words.copy}
        </CopyButton>
        <Button size="small" onClick={() => saveReport(stores)}>
          {words.save}
        </Button>
      </div>
      <details>
        <summary className={styles.summary}>{words.details}</summary>
        <p className={styles.hint}>{words.detailsHint}</p>
        <ScrollArea name={words.details} className={styles.whole}>
          {reportAsText(report)}
        </ScrollArea>
      </details>
    </div>
  )
}

function CheckLine({ check }: { readonly check: Check }) {
  const styles = useStyles()
  return (
    <li className={styles.check}>
      <Mark kind={markOf[check.outcome.kind]} />
      <span>
        {text.doctor.checks[check.id]} <span className={styles.how}>{outcomeInWords(check)}</span>
      </span>
    </li>
  )
}

type MarkKind = 'good' | 'careful' | 'bad' | 'quiet'

const markOf: Readonly<Record<CheckOutcome['kind'], MarkKind>> = {
  expected: 'good',
  unprepared: 'careful',
  differs: 'bad',
  failed: 'bad',
  skipped: 'quiet',
}

const markOfVerdict: Readonly<Record<Verdict['kind'], MarkKind>> = {
  expected: 'good',
  attention: 'careful',
  access: 'bad',
}

const icons = {
  good: CheckmarkCircle16Filled,
  careful: Warning16Filled,
  bad: ErrorCircle16Filled,
  quiet: SubtractCircle16Regular,
} as const

function Mark({ kind }: { readonly kind: MarkKind }) {
  const styles = useStyles()
  const tones = useToneStyles()
  const Icon = icons[kind]
  return (
    <span className={mergeClasses(styles.icon, tones[kind])}>
      <Icon aria-hidden />
    </span>
  )
}
