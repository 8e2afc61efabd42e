import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Guidance } from '../../../../shared/gateway/guidance.ts'
import { checkAbout } from '../../../../shared/readiness/after-failure.ts'
import { text } from '../../../../shared/text/index.ts'
import { dayAndTime } from '../../model/date-and-time.ts'
import { adviceAbout } from '../../model/readiness/advice-about.ts'
import { askAboutFailed } from '../../stores/readiness-actions.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { useKnownReadiness, useReadinessData } from '../../stores/use-readiness.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'

const words = text.window.readiness.afterRun

const useStyles = makeStyles({
  now: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
})

/** What the tenant says now of the phones that failed for this reason, and whether another try is worth it. */
export function TenantNow(props: { readonly guidance: Guidance | undefined; readonly reason: string }) {
  const { guidance, reason } = props
  const styles = useStyles()
  const stores = useStores()
  const run = useRun(({ state }) => state)
  const known = useKnownReadiness()
  const lacked = useReadinessData((data) => data.lacked)
  const checking = useReadinessData((data) => data.checking)
  const tenant = useSignedIn()?.tenant.id
  const check = checkAbout(guidance?.code)
  if (!run || check === undefined || tenant !== run.tenant.id) return null
  const advice = adviceAbout(run, reason, check, known, lacked, Date.now())
  return (
    <div className={styles.now}>
      <div>
        {advice.map((one) => (
          <div key={`${one.kind} ${one.since ?? ''}`}>
            {one.kind === 'arriving'
              ? words.arriving(one.phones, dayAndTime(one.since ?? '', Date.now()))
              : words[one.kind](one.phones)}
          </div>
        ))}
      </div>
      {!checking && advice.some(({ kind }) => kind !== 'lacking' || known === undefined) && (
        <Button size="small" onClick={() => void askAboutFailed(stores, true)}>
          {words.ask}
        </Button>
      )}
    </div>
  )
}
