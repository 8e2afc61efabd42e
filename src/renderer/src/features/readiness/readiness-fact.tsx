import { Link, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { tenantCheckWords } from '../../../../shared/readiness/check-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { ReadinessMark } from '../../components/readiness-mark.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import type { QuestionReadiness } from '../../model/readiness/question-readiness.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { useReadinessData } from '../../stores/use-readiness.ts'

const texts = text.window.readiness
const { confirm: words } = texts

const useStyles = makeStyles({
  line: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    '& > svg': { flexShrink: 0, marginTop: '2px' },
  },
  reason: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    '& > :first-child': { flexShrink: 0 },
  },
})

/** The issues with the tenant. They come first, because no phone can be signed in. */
export function TenantNotReady({ readiness }: { readonly readiness: QuestionReadiness | undefined }) {
  const styles = useStyles()
  const tones = useToneStyles()
  if (!readiness || readiness.tenant.length === 0) return null
  return (
    <Fact name={words.tenantName}>
      {readiness.tenant.map((judged) => (
        <div key={judged.check} className={styles.line}>
          <Warning16Filled className={tones.bad} aria-hidden />
          {tenantCheckWords(judged)}
        </div>
      ))}
    </Fact>
  )
}

/** Before phones are signed in: what is known of their accounts, and what becomes of those that will fail. */
export function ReadinessFact({ readiness }: { readonly readiness: QuestionReadiness | undefined }) {
  const styles = useStyles()
  const checking = useReadinessData((data) => data.checking)
  const progress = checking && <div>{words.checking(checking.done, checking.of)}</div>
  if (!readiness) return progress ? <Fact name={words.name}>{progress}</Fact> : null
  return (
    <Fact name={words.name}>
      {texts.counts(readiness.counts, readiness.notAsked)}
      {progress}
      {readiness.counts.fails > 0 && <Failing readiness={readiness} />}
      {readiness.reasons
        .filter(({ status }) => status !== 'unread')
        .map(({ check, status, phones }) => (
          <div key={`${check} ${status}`} className={styles.reason}>
            <ReadinessMark status={status} />
            {text.readiness.reasons[check](phones)}
          </div>
        ))}
    </Fact>
  )
}

function Failing({ readiness }: { readonly readiness: QuestionReadiness }) {
  const stores = useStores()
  const asked = useView((view) => view.asked)
  const { counts: of, choice, widespread } = readiness
  const all = of.fails + of.ready + of['may-fail'] + of.unread
  const choose = (failing: 'leave' | 'keep'): void => stores.view.setState({ asked: { ...asked, failing } })
  if (widespread.length === 0) {
    return (
      <div>
        {choice === 'keep' && `${words.kept(of.fails)} `}
        <Link inline onClick={() => choose(choice === 'keep' ? 'leave' : 'keep')}>
          {choice === 'keep' ? words.leave(of.fails) : words.keep(of.fails)}
        </Link>
      </div>
    )
  }
  return (
    <>
      {widespread.map(({ check, phones }) => (
        <div key={check}>{words.widespread(text.readiness.reasons[check](phones), all)}</div>
      ))}
      <RadioGroup
        aria-label={words.question}
        value={choice ?? ''}
        onChange={(_, { value }) => choose(value === 'keep' ? 'keep' : 'leave')}
      >
        <Radio value="leave" label={words.leaveAll} />
        <Radio value="keep" label={words.keepAll} />
      </RadioGroup>
    </>
  )
}
