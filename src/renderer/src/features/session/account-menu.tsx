import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add'
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap'
import { SignOut20Regular } from '@fluentui/react-icons/svg/sign-out'
import type { KnownAccount } from '../../../../shared/session.ts'
import { text } from '../../../../shared/text/index.ts'
import { moveInMenu, ownKeys } from '../../components/menu-keys.ts'
import { accountTenant, tenantLine, tenantWords } from '../../model/session/tenant-words.ts'
import type { SignedInState } from '../../model/session/under-way.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { lowWindow } from '../../theme/media.ts'
import { signInAgain, signOut, switchTo } from './session-actions.ts'

const session = text.window.session
const { menu: words } = text.window.session

const useStyles = makeStyles({
  button: { minWidth: '96px', maxWidth: '300px', fontWeight: tokens.fontWeightRegular },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  popover: { maxWidth: 'min(440px, calc(100vw - 32px))' },
  accounts: {
    maxHeight: '280px',
    overflow: 'auto',
    // There the menu scrolls as a whole.
    [lowWindow]: { maxHeight: 'none', overflow: 'visible' },
  },
  item: { maxWidth: 'none' },
  text: { overflowWrap: 'anywhere' },
  subText: { ...typographyStyles.caption1, overflowWrap: 'anywhere' },
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalMNudge}`,
    color: tokens.colorNeutralForeground2,
  },
})

/** Shows the operator, with every action that changes who that is. */
export function AccountMenu({ session: here }: { readonly session: SignedInState }) {
  const styles = useStyles()
  const stores = useStores()
  const { operator, tenant, accountId, accounts, storage } = here
  const others = accounts.filter(({ id }) => id !== accountId)
  return (
    <Menu positioning={{ position: 'below', align: 'end', autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance="subtle"
          icon={<Person20Regular />}
          title={operator.username}
          aria-label={words.open(operator.username, tenantWords(tenant).name)}
        >
          <span className={styles.name}>{operator.username}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        {storage === 'memory' && <p className={styles.note}>{session.memory.short}</p>}
        <MenuList {...ownKeys} onKeyDown={moveInMenu}>
          {others.length > 0 && (
            <>
              <MenuGroup className={styles.accounts}>
                <MenuGroupHeader>{words.switchTo}</MenuGroupHeader>
                {others.map((account) => (
                  <AccountItem key={account.id} account={account} />
                ))}
              </MenuGroup>
              <MenuDivider />
            </>
          )}
          <MenuItem
            className={styles.item}
            icon={<PersonAdd20Regular />}
            onClick={() => stores.view.setState({ dialog: 'sign-in' })}
          >
            {words.another}
          </MenuItem>
          <MenuItem
            className={styles.item}
            icon={<PersonSwap20Regular />}
            onClick={() => signInAgain(stores)}
          >
            {session.signInAgain}
          </MenuItem>
          <MenuItem
            className={styles.item}
            icon={<SignOut20Regular />}
            onClick={() => signOut(stores, accountId)}
          >
            <span className={styles.text}>{words.signOut(operator.username)}</span>
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function AccountItem({ account }: { readonly account: KnownAccount }) {
  const styles = useStyles()
  const stores = useStores()
  return (
    <MenuItem
      className={styles.item}
      icon={<Person20Regular />}
      subText={{ className: styles.subText, children: tenantLine(accountTenant(account)) }}
      onClick={() => switchTo(stores, account.id)}
    >
      <span className={styles.text}>{account.username}</span>
    </MenuItem>
  )
}
