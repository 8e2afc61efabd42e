import { tenantCheckWords } from '../../../../shared/readiness/check-words.ts'
import { text } from '../../../../shared/text/index.ts'
import type { KnownReadiness } from '../../model/readiness/known-readiness.ts'
import type { JudgedPhone } from './judged-phone.ts'
import { ReasonLine, useReasonListStyles } from './reason-line.tsx'
import { ScriptButtons } from './script-buttons.tsx'

const words = text.window.readiness

/** The tenant's part: without it no phone can be signed in. */
export function TenantChecks(props: {
  readonly known: KnownReadiness
  readonly phones: readonly JudgedPhone[]
}) {
  const { known, phones } = props
  const styles = useReasonListStyles()
  const ready = known.tenant.filter(({ status }) => status === 'ready')
  const others = known.tenant.filter(({ status }) => status !== 'ready')
  return (
    <section aria-label={words.tenant}>
      <h3 className={styles.title}>{words.tenant}</h3>
      <ul className={styles.list}>
        {others.map((judged) => (
          <ReasonLine
            key={judged.check}
            status={judged.status}
            buttons={
              judged.check !== 'rights' &&
              (judged.status === 'fails' || judged.status === 'may-fail') && (
                <ScriptButtons
                  reason={judged.check}
                  title={text.readiness.fix.about[judged.check]}
                  known={known}
                  phones={phones}
                />
              )
            }
          >
            {tenantCheckWords(judged)}
          </ReasonLine>
        ))}
        {ready.length > 0 && <ReasonLine status="ready">{ready.map(tenantCheckWords).join(' ')}</ReasonLine>}
      </ul>
    </section>
  )
}
