import {
  Badge,
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Building20Regular } from '@fluentui/react-icons/svg/building'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { SignOut20Regular } from '@fluentui/react-icons/svg/sign-out'
import { type ReactNode, useRef } from 'react'
import icon from '../../../../../resources/icon.svg'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { useCaughtFocus } from '../../components/use-caught-focus.ts'
import { tenantWords } from '../../model/session/tenant-words.ts'
import type { SignedInState } from '../../model/session/under-way.ts'
import { useSession, useStores } from '../../stores/stores-context.tsx'
import { useUnderWay } from '../../stores/use-signed-in.ts'
import { narrowWindow } from '../../theme/media.ts'
import { visuallyHidden } from '../../theme/visually-hidden.ts'
import { AccountMenu } from '../session/later-account-menu.ts'
import { cancelSignIn, signIn, signOut } from '../session/session-actions.ts'

const frame = text.window.frame
const words = text.window.session

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    minHeight: '48px',
    display: 'flex',
    [narrowWindow]: { flexWrap: 'wrap' },
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // The window's title says the same: where the width is short, it gives way to the tenant.
  product: {
    flexShrink: 10,
    minWidth: '36px',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    marginRight: 'auto',
  },
  name: { ...typographyStyles.subtitle2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  logo: { flexShrink: 0, width: '28px', height: '28px' },
  fact: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  // The tenant must stay readable to its end. The operator gives way first.
  givesWay: { flexShrink: 100 },
  fixed: { flexShrink: 0, whiteSpace: 'nowrap' },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  value: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '260px',
    minWidth: '40px',
  },
  tenant: { display: 'flex', flexDirection: 'column', minWidth: '60px', maxWidth: '300px' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  hidden: visuallyHidden,
  strong: { fontWeight: tokens.fontWeightSemibold },
})

/** Whose tenant this is, and who works in it. */
export function Header() {
  const styles = useStyles()
  const part = useRef<HTMLElement>(null)
  const session = useSession((data) => data.session)
  useCaughtFocus(part, session?.kind ?? '')
  return (
    <header ref={part} className={styles.header} {...landmark}>
      <div className={styles.product}>
        <img src={icon} alt="" className={styles.logo} />
        <span className={styles.name}>{frame.product}</span>
      </div>
      {session && (session.kind === 'signed-in' ? <TenantAndOperator session={session} /> : <SignedOut />)}
    </header>
  )
}

function TenantAndOperator({ session }: { readonly session: SignedInState }) {
  const styles = useStyles()
  const { tenant, operator, way } = session
  const { name, detail } = tenantWords(tenant)
  return (
    <>
      <Fact icon={<Building20Regular />} name={words.tenant}>
        <span className={styles.tenant} title={[name, detail, tenant.id].join('\n')}>
          <span className={mergeClasses(styles.line, styles.strong)}>{name}</span>
          {detail !== undefined && <span className={mergeClasses(styles.line, styles.detail)}>{detail}</span>}
        </span>
        {tenant.simulated && (
          <Badge className={styles.fixed} color="warning" appearance="tint">
            {words.simulatedBadge}
          </Badge>
        )}
        {way && (
          <Badge className={styles.fixed} color="informative" appearance="tint" title={words.byModule}>
            {words.byModuleBadge}
          </Badge>
        )}
      </Fact>
      {tenant.simulated ? (
        <>
          <Fact icon={<Person20Regular />} name={words.operator} givesWay>
            <span className={styles.value} title={operator.username}>
              {operator.username}
            </span>
          </Fact>
          <LeaveButton />
        </>
      ) : (
        <AccountMenu session={session} />
      )}
    </>
  )
}

/** One button in one place: what had the focus keeps it while the sign-in begins and ends. */
function SignedOut() {
  const styles = useStyles()
  const stores = useStores()
  const underWay = useUnderWay()
  const busy = useSession((data) => data.busy)
  return (
    <>
      <span className={styles.fixed}>{underWay ? words.signingIn : words.signedOut}</span>
      <Button
        className={styles.fixed}
        icon={underWay ? <Spinner size="tiny" aria-hidden /> : <Person20Regular />}
        disabledFocusable={busy !== undefined}
        onClick={() => (underWay ? cancelSignIn(stores) : signIn(stores))}
      >
        {underWay ? words.cancelSignIn : words.signIn}
      </Button>
    </>
  )
}

function LeaveButton() {
  const styles = useStyles()
  const stores = useStores()
  const busy = useSession((data) => data.busy)
  return (
    <Button
      className={styles.fixed}
      appearance="subtle"
      icon={<SignOut20Regular />}
      disabledFocusable={busy !== undefined}
      onClick={() => signOut(stores)}
    >
      {words.leaveSimulation}
    </Button>
  )
}

function Fact(props: {
  readonly icon: ReactNode
  readonly name: string
  readonly givesWay?: boolean
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.fact, props.givesWay && styles.givesWay)}>
      <span className={styles.hidden}>{props.name}</span>
      <span className={styles.icon} aria-hidden>
        {props.icon}
      </span>
      {props.children}
    </div>
  )
}
