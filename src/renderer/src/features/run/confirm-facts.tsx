import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { maxOpenBatchesPerRegion } from '../../../../shared/gateway/limits.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import type { Question } from '../../model/run/confirmation.ts'
import { useSession } from '../../stores/stores-context.tsx'
import { exactText } from '../../theme/page-layout.ts'
import { DeviceFact } from '../readiness/device-fact.tsx'
import { ReadinessFact, TenantNotReady } from '../readiness/readiness-fact.tsx'
import { ClaimedFacts } from './claimed-facts.tsx'
import { ElsewhereFact } from './elsewhere-fact.tsx'
import { SignedInFact } from './signed-in-fact.tsx'

const {
  confirm,
  strip: { hold },
} = text.window.run

const useStyles = makeStyles({
  exact: { ...exactText, fontSize: tokens.fontSizeBase200 },
  warning: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    '& > svg': { flexShrink: 0, marginTop: '2px' },
  },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
})

/** Where, as whom, with what. */
export function ConfirmFacts({ question }: { readonly question: Question }) {
  const styles = useStyles()
  const tones = useToneStyles()
  // The simulated tenant has one way.
  const way = useSession(({ session }) =>
    session?.kind === 'signed-in' && !session.tenant.simulated ? (session.way ?? 'direct') : undefined,
  )
  const {
    kind,
    tenant,
    operator,
    listName,
    regions,
    leftOut,
    triedSince = '',
    leftBehind,
    atService,
    failedAlike,
    notChosen = 0,
    warnings = [],
    claimed = [],
    near = [],
    signedIn,
    readiness,
    devices,
    elsewhere,
  } = question
  const failing = readiness?.leftOut ?? 0
  const retryLeavesOut = kind === 'retry' && failing > 0
  return (
    <Facts>
      <TenantNotReady readiness={readiness} />
      <Fact name={confirm.tenant}>
        {tenant.name}
        <br />
        <code className={styles.exact}>{tenant.id}</code>
      </Fact>
      <Fact name={confirm.operator}>{operator.username}</Fact>
      {way && <Fact name={confirm.way}>{confirm.ways[way]}</Fact>}
      <Fact name={confirm.list}>{listName}</Fact>
      <Fact name={confirm.regions}>
        {regions.length === 0 && confirm.noPhones}
        {regions.map(({ region, phones, batches }) => (
          <div key={region}>{confirm.regionLine(region, phones, batches)}</div>
        ))}
        {regions.some(({ batches }) => batches > maxOpenBatchesPerRegion) && (
          <div className={styles.note}>{confirm.queueNote}</div>
        )}
      </Fact>
      {failedAlike && (
        <Fact name={confirm.held}>
          {confirm.failedAlike(failedAlike.phones, failedAlike.of)} {hold.said(failedAlike.said)}
        </Fact>
      )}
      {atService !== undefined && <Fact name={confirm.atService}>{confirm.atServicePhones(atService)}</Fact>}
      {kind === 'start' && (
        <Fact name={confirm.leftOut}>
          {leftOut === 0 ? notChosen + failing === 0 && confirm.nothingLeftOut : confirm.leftOutRows(leftOut)}
          {failing > 0 && <div>{text.window.readiness.confirm.leftOut(failing)}</div>}
          {notChosen > 0 && <div>{confirm.notChosen(notChosen)}</div>}
        </Fact>
      )}
      {(kind === 'start' || kind === 'retry') && <DeviceFact devices={devices} />}
      <ReadinessFact readiness={readiness} />
      {warnings.length > 0 && (
        <Fact name={confirm.warnings}>
          {warnings.map((warning) => (
            <div key={warning} className={styles.warning}>
              <Warning16Filled className={tones.careful} aria-hidden />
              {warning}
            </div>
          ))}
        </Fact>
      )}
      <ClaimedFacts claimed={claimed} near={near} />
      {elsewhere && <ElsewhereFact found={elsewhere} />}
      {signedIn && <SignedInFact signedIn={signedIn} kind={kind} />}
      {(triedSince !== '' || retryLeavesOut) && (
        <Fact name={confirm.leftOut}>
          {triedSince}
          {retryLeavesOut && <div>{text.window.readiness.confirm.leftOut(failing)}</div>}
        </Fact>
      )}
      {leftBehind && (
        <Fact name={confirm.before}>
          {confirm.leftBehind(leftBehind.listName, dateAndTime(leftBehind.startedAt))}
        </Fact>
      )}
    </Facts>
  )
}
