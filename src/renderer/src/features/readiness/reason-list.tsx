import { Button } from '@fluentui/react-components'
import { type FixReason, fixReasons } from '../../../../shared/readiness/fix-files.ts'
import { type ReadinessReason, readinessReasons } from '../../../../shared/readiness/reasons.ts'
import { text } from '../../../../shared/text/index.ts'
import type { KnownReadiness } from '../../model/readiness/known-readiness.ts'
import { leaveRowsOut, selectRows } from '../../stores/readiness-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'
import type { JudgedPhone } from './judged-phone.ts'
import { ReasonLine, useReasonListStyles } from './reason-line.tsx'
import { ScriptButtons } from './script-buttons.tsx'

const words = text.window.readiness

/** Why phones are not ready, each reason with its phones and what can be done about it. */
export function ReasonList(props: {
  readonly known: KnownReadiness
  readonly phones: readonly JudgedPhone[]
}) {
  const { known, phones } = props
  const styles = useReasonListStyles()
  const reasons = readinessReasons(phones)
  return (
    <section aria-label={words.reasons}>
      <h3 className={styles.title}>{words.phones}</h3>
      {reasons.length === 0 && phones.length > 0 && <span>{words.allReady}</span>}
      <ul className={styles.list}>
        {reasons.map((reason) => (
          <Reason key={`${reason.check} ${reason.status}`} reason={reason} known={known} phones={phones} />
        ))}
      </ul>
    </section>
  )
}

function Reason(props: {
  readonly reason: ReadinessReason<JudgedPhone>
  readonly known: KnownReadiness
  readonly phones: readonly JudgedPhone[]
}) {
  const { reason, known, phones } = props
  const stores = useStores()
  const title = reasonWords(reason)
  const rows = reason.phones.map(({ row }) => row)
  const fix = fixReasons.find((one) => one === reason.check)
  return (
    <ReasonLine
      status={reason.status}
      buttons={
        <>
          <Button size="small" aria-label={words.selectThese(title)} onClick={() => selectRows(stores, rows)}>
            {words.select}
          </Button>
          <Button
            size="small"
            aria-label={words.leaveOutThese(title)}
            onClick={() => leaveRowsOut(stores, rows)}
          >
            {words.leaveOut}
          </Button>
          {reason.status !== 'unread' && isFixable(fix) && (
            <ScriptButtons reason={fix} title={title} known={known} phones={phones} />
          )}
        </>
      }
    >
      {title}
    </ReasonLine>
  )
}

const isFixable = (fix: FixReason | undefined): fix is FixReason => fix !== undefined

const reasonWords = ({ check, status, phones }: ReadinessReason<JudgedPhone>): string =>
  status === 'unread'
    ? text.readiness.unreadReason(text.readiness.account[check].unread, phones.length)
    : text.readiness.reasons[check](phones.length)
