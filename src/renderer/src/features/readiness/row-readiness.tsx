import { makeStyles, tokens } from '@fluentui/react-components'
import { accountCheckWords } from '../../../../shared/readiness/check-words.ts'
import type { JudgedAccount } from '../../../../shared/readiness/readiness.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { ReadinessMark } from '../../components/readiness-mark.tsx'
import { dayAndTime } from '../../model/date-and-time.ts'
import type { Row } from '../../model/phones/row.ts'
import { RowDevice, useRowDevice } from './row-device.tsx'

const texts = text.window.readiness
const { row: words } = texts

const useStyles = makeStyles({
  check: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    '& > :first-child': { flexShrink: 0 },
  },
  at: { color: tokens.colorNeutralForeground2 },
})

/** The readiness of a row's account and phone, when it was read, and what to do. */
export function RowReadiness({ row }: { readonly row: Row }) {
  const device = useRowDevice(row)
  if (!row.readiness && !device) return null
  return (
    <Facts>
      {row.readiness && <AccountFact readiness={row.readiness} />}
      {device && <RowDevice judged={device} />}
    </Facts>
  )
}

function AccountFact({ readiness }: { readonly readiness: JudgedAccount }) {
  const styles = useStyles()
  const passed = readiness.checks.filter(({ status, note }) => status === 'ready' && note === undefined)
  const others = readiness.checks.filter((check) => !passed.includes(check))
  const [first] = readiness.checks
  const at = first === undefined ? '' : dayAndTime(first.at, Date.now())
  return (
    <Fact name={words.name}>
      {others.map((check) => (
        <div key={check.check} className={styles.check}>
          <ReadinessMark status={check.status} />
          <span>{accountCheckWords(check)}</span>
        </div>
      ))}
      <span className={styles.at}>
        {passed.length > 0 ? words.ready(passed.length, at) : `${texts.readAt(at)}.`}
      </span>
    </Fact>
  )
}
