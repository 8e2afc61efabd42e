import { Button, Link, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { Building24Regular } from '@fluentui/react-icons/svg/building'
import { useRef, useState } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { caughtFocus, useCaughtFocus } from '../../components/use-caught-focus.ts'
import { waysOn } from '../../model/session/ways-on.ts'
import { useSession, useSettings } from '../../stores/stores-context.tsx'
import { useFailure, useUnderWay } from '../../stores/use-signed-in.ts'
import { card } from '../../theme/page-layout.ts'
import { FailureReport } from './failure-report.tsx'
import { TenantField } from './later-tenant-field.ts'
import { RememberedAccounts } from './remembered-accounts.tsx'
import { type TenantChoice, useTenantChoice } from './use-tenant-choice.ts'
import { Waiting } from './waiting.tsx'

const session = text.window.session
const { welcome, tenantField: words } = text.window.session

const useStyles = makeStyles({
  card: {
    ...card,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  body: { margin: 0, color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The way into a real tenant: remembered accounts, the browser, a code; and the progress. */
export function SignInCard() {
  const styles = useStyles()
  const part = useRef<HTMLElement>(null)
  const underWay = useUnderWay()
  const failure = useFailure()
  const choice = useTenantChoice()
  // The button of the form is the way by the browser.
  const offered = failure ? waysOn(failure.kind).filter((way) => way !== 'browser') : []
  useCaughtFocus(part, `${underWay?.way} ${failure?.at}`)
  return (
    <section ref={part} className={styles.card}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Building24Regular aria-hidden />
        </span>
        <h2 className={styles.title}>{welcome.realTitle}</h2>
      </div>
      {underWay ? (
        <Waiting underWay={underWay} />
      ) : (
        <>
          {failure ? (
            <FailureReport failure={failure} offered={offered} />
          ) : (
            <p className={styles.body}>{welcome.realBody}</p>
          )}
          <RememberedAccounts />
          <Form choice={choice} withCode={!offered.includes('device-code')} />
        </>
      )}
    </section>
  )
}

function Form({ choice, withCode }: { readonly choice: TenantChoice; readonly withCode: boolean }) {
  const styles = useStyles()
  const busy = useSession(({ asked, busy }) => asked !== undefined || busy !== undefined)
  const asked = useSession((data) => data.asked)
  const setting = useSettings(({ tenant }) => tenant)
  const [opened, setOpened] = useState(false)
  const isOpen = opened || choice.typed !== ''
  const toOwn = (): void => {
    choice.type('')
    setOpened(false)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        choice.signIn('browser')
      }}
    >
      {isOpen && <TenantField choice={choice} focused={opened} />}
      <div className={styles.actions}>
        <Button
          {...caughtFocus}
          appearance="primary"
          type="submit"
          disabledFocusable={busy}
          icon={asked ? <Spinner size="tiny" aria-hidden /> : null}
        >
          {session.signIn}
        </Button>
        {withCode && (
          <Button disabledFocusable={busy} onClick={() => choice.signIn('device-code')}>
            {session.signInWithCode}
          </Button>
        )}
      </div>
      {!isOpen && setting !== undefined && <p className={styles.body}>{words.fromSettings(setting)}</p>}
      <div>
        <Link onClick={isOpen ? toOwn : () => setOpened(true)}>{isOpen ? words.close : words.open}</Link>
      </div>
    </form>
  )
}
