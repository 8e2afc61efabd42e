import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useId } from 'react'
import type { SignInUnderWay } from '../../../../shared/session.ts'
import { text } from '../../../../shared/text/index.ts'
import { caughtFocus } from '../../components/use-caught-focus.ts'
import { accountTenant, tenantLine } from '../../model/session/tenant-words.ts'
import { useSession, useStores } from '../../stores/stores-context.tsx'
import { CodeToEnter } from './code-to-enter.tsx'
import { cancelSignIn, openCodePage, signIn } from './session-actions.ts'

const session = text.window.session
const { waiting: words } = text.window.session

const useStyles = makeStyles({
  waiting: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
  },
  spinner: { alignSelf: 'start', paddingTop: tokens.spacingVerticalXXS },
  content: { display: 'grid', rowGap: tokens.spacingVerticalXS, justifyItems: 'start' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  line: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
})

/** While somebody signs in, says what to do elsewhere, and offers the way back. */
export function Waiting({ underWay }: { readonly underWay: SignInUnderWay }) {
  const styles = useStyles()
  const stores = useStores()
  const id = useId()
  const { way, code, tenant, accountId } = underWay
  const account = useSession(({ session }) => session?.accounts.find(({ id }) => id === accountId))
  const said = way === 'browser' ? 'browser' : code ? 'code' : 'askingForCode'
  const again = {
    ...(tenant !== undefined && { tenant }),
    ...(accountId !== undefined && { accountId }),
  }
  return (
    <div className={styles.waiting}>
      <Spinner size="extra-small" className={styles.spinner} aria-labelledby={id} />
      <div className={styles.content}>
        <h2 id={id} className={styles.title}>
          {words[said]}
        </h2>
        {account && (
          <p className={mergeClasses(styles.line, styles.quiet)}>
            {words.asAccount(account.username, tenantLine(accountTenant(account)))}
          </p>
        )}
        {!account && tenant !== undefined && (
          <p className={mergeClasses(styles.line, styles.quiet)}>{words.inTenant(tenant)}</p>
        )}
        <p className={styles.line}>{words[`${said}Body`]}</p>
        {code && <CodeToEnter code={code} />}
        {way === 'browser' && (
          <p className={mergeClasses(styles.line, styles.quiet)}>{words.nothingOpened}</p>
        )}
        <div className={styles.actions}>
          {code && (
            <Button appearance="primary" onClick={() => openCodePage(stores)}>
              {words.openPage}
            </Button>
          )}
          {way === 'browser' && (
            <Button onClick={() => signIn(stores, { way: 'device-code', ...again })}>
              {session.signInWithCode}
            </Button>
          )}
          <Button {...caughtFocus} aria-keyshortcuts="Escape" onClick={() => cancelSignIn(stores)}>
            {session.cancelSignIn}
          </Button>
        </div>
      </div>
    </div>
  )
}
