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
import { Call20Filled } from '@fluentui/react-icons/svg/call'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { SignOut20Regular } from '@fluentui/react-icons/svg/sign-out'
import type { ReactNode } from 'react'
import type { SessionState } from '../../../../shared/ipc.ts'
import { text } from '../../../../shared/text/index.ts'
import { useDesk, useSession } from '../../stores/desk-context.tsx'
import { narrowWindow } from '../../theme/media.ts'
import { visuallyHidden } from '../../theme/visually-hidden.ts'
import { cancelSignIn, signIn, signOut } from '../session/session-actions.ts'
import { useSigningIn } from '../session/use-signed-in.ts'
import { landmark } from './landmarks.ts'

const { frame, session: words } = text.window

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
    flexShrink: 20,
    minWidth: '36px',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    marginRight: 'auto',
  },
  name: { ...typographyStyles.subtitle2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  logo: {
    flexShrink: 0,
    display: 'inline-flex',
    padding: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  fact: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  fixed: { flexShrink: 0, whiteSpace: 'nowrap' },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  value: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: '260px',
    minWidth: '40px',
  },
  hidden: visuallyHidden,
  strong: { fontWeight: tokens.fontWeightSemibold },
})

/** Whose tenant this is, and who works in it. */
export function Header() {
  const styles = useStyles()
  const session = useSession((data) => data.session)
  return (
    <header className={styles.header} {...landmark}>
      <div className={styles.product}>
        <span className={styles.logo}>
          <Call20Filled aria-hidden />
        </span>
        <span className={styles.name}>{frame.product}</span>
      </div>
      {session && <Account session={session} />}
    </header>
  )
}

function Account({ session }: { readonly session: SessionState }) {
  const styles = useStyles()
  const signingIn = useSigningIn()
  if (session.kind !== 'signed-in') {
    return (
      <>
        <span className={styles.fixed}>{signingIn ? words.signingIn : words.signedOut}</span>
        {signingIn ? <CancelButton /> : <SignInButton />}
      </>
    )
  }
  const { tenant, operator } = session
  return (
    <>
      <Fact icon={<Building20Regular />} name={words.tenant}>
        <span className={mergeClasses(styles.value, styles.strong)} title={`${tenant.name}, ${tenant.id}`}>
          {tenant.name}
        </span>
        {tenant.simulated && (
          <Badge className={styles.fixed} color="warning" appearance="tint">
            {words.simulatedBadge}
          </Badge>
        )}
      </Fact>
      <Fact icon={<Person20Regular />} name={words.operator}>
        <span className={styles.value} title={operator.username}>
          {operator.username}
        </span>
      </Fact>
      <SignOutButton simulated={tenant.simulated} />
    </>
  )
}

function Fact(props: { readonly icon: ReactNode; readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.fact}>
      <span className={styles.hidden}>{props.name}</span>
      <span className={styles.icon} aria-hidden>
        {props.icon}
      </span>
      {props.children}
    </div>
  )
}

function SignInButton() {
  const styles = useStyles()
  const desk = useDesk()
  const busy = useSession((data) => data.busy)
  return (
    <Button
      className={styles.fixed}
      icon={<Person20Regular />}
      disabledFocusable={busy !== undefined}
      onClick={() => signIn(desk)}
    >
      {words.signIn}
    </Button>
  )
}

function CancelButton() {
  const styles = useStyles()
  const desk = useDesk()
  return (
    <Button className={styles.fixed} icon={<Spinner size="tiny" />} onClick={() => cancelSignIn(desk)}>
      {words.cancelSignIn}
    </Button>
  )
}

function SignOutButton({ simulated }: { readonly simulated: boolean }) {
  const styles = useStyles()
  const desk = useDesk()
  const busy = useSession((data) => data.busy)
  return (
    <Button
      className={styles.fixed}
      appearance="subtle"
      icon={<SignOut20Regular />}
      disabledFocusable={busy !== undefined}
      onClick={() => signOut(desk)}
    >
      {simulated ? words.leaveSimulation : words.signOut}
    </Button>
  )
}
