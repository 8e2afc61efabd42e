import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { isWorthOtherWay } from '../../../../shared/doctor/other-way.ts'
import type { Check, CheckOutcome, DoctorReport } from '../../../../shared/doctor/report.ts'
import { outcomeInWords, reportAsText, wayInWords } from '../../../../shared/doctor/report-as-text.ts'
import { type Verdict, verdictOf } from '../../../../shared/doctor/verdict.ts'
import { loggingWords } from '../../../../shared/powershell/logging-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { StripHelp } from '../../components/strip-help.tsx'
import { MarkedLine, type MarkKind, ToneMark } from '../../components/tone-mark.tsx'
import { useStores } from '../../stores/stores-context.tsx'
import { useGoesDirectly } from '../../stores/use-signed-in.ts'
import { focusInside } from '../../theme/focus.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { saveReport } from './tenant-test-actions.ts'

const words = text.window.tenantTest

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
        <ToneMark kind={markOfVerdict[verdict.kind]} />
        <div>
          <span className={styles.message}>{verdict.message}</span>
          {verdict.remedy}
        </div>
      </div>
      {report.module &&
        loggingWords(report.module.logging).map((line) => (
          <MarkedLine key={line} kind="careful">
            {line}
          </MarkedLine>
        ))}
      {isDirect && isWorthOtherWay(report) && (
        <StripHelp words={words.otherWay}>
          <Button size="small" onClick={() => stores.view.setState({ settingsPart: 'way' })}>
            {words.chooseWay}
          </Button>
        </StripHelp>
      )}
      <p className={styles.hint}>{wayInWords(report)}</p>
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
      <ToneMark kind={markOf[check.outcome.kind]} />
      <span>
        {text.doctor.checks[check.id]} <span className={styles.how}>{outcomeInWords(check)}</span>
      </span>
    </li>
  )
}

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
