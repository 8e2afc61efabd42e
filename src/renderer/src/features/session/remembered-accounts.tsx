import {
  Button,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { useId } from 'react'
import type { KnownAccount } from '../../../../shared/session.ts'
import { text } from '../../../../shared/text/index.ts'
import { accountTenant, tenantLine } from '../../model/session/tenant-words.ts'
import { useSession, useStores } from '../../stores/stores-context.tsx'
import { focusInside } from '../../theme/focus.ts'
import { signOut, switchTo } from './session-actions.ts'

const { accounts: words } = text.window.session

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    // Partners keep dozens: the half one at the end shows that there are more.
    maxHeight: '188px',
    overflow: 'auto',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingRight: tokens.spacingHorizontalXS,
  },
  account: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusInside,
  },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground2 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  tenant: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
})

/** The accounts that have signed in here before. One click goes on as one of them. */
export function RememberedAccounts() {
  const styles = useStyles()
  const id = useId()
  const accounts = useSession(({ session }) => session?.accounts)
  if (!accounts || accounts.length === 0) return null
  return (
    <>
      <h3 id={id} className={styles.title}>
        {words.title}
      </h3>
      <ul className={styles.list} aria-labelledby={id}>
        {accounts.map((account) => (
          <li key={account.id} className={styles.item}>
            <Remembered account={account} />
          </li>
        ))}
      </ul>
      <h3 className={styles.title}>{words.another}</h3>
    </>
  )
}

function Remembered({ account }: { readonly account: KnownAccount }) {
  const styles = useStyles()
  const stores = useStores()
  const { id, username } = account
  const tenant = accountTenant(account)
  return (
    <>
      <button
        type="button"
        className={styles.account}
        title={`${username}\n${tenantLine(tenant)}\n${account.tenantId}`}
        onClick={() => switchTo(stores, id)}
      >
        <span className={styles.icon}>
          <Person20Regular aria-hidden />
        </span>
        <span>
          <span className={styles.line}>{username}</span>
          <span className={mergeClasses(styles.line, styles.tenant)}>{tenantLine(tenant)}</span>
        </span>
      </button>
      <Tooltip content={words.signOut(username, tenant.name)} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          onClick={() => signOut(stores, id)}
        />
      </Tooltip>
    </>
  )
}
