import {
  Button,
  Menu,
  MenuButton,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tooltip,
} from '@fluentui/react-components'
import type { ComponentProps, ReactNode } from 'react'
import { moveInMenu, ownKeys } from './menu-keys.ts'

// They are one button to the eye: the line between them is drawn once.
const useStyles = makeStyles({
  joined: { display: 'flex' },
  main: { borderTopRightRadius: 0, borderBottomRightRadius: 0, whiteSpace: 'nowrap' },
  more: {
    minWidth: '32px',
    paddingLeft: '6px',
    paddingRight: '6px',
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
    borderLeftStyle: 'none',
  },
})

/** A button for the most likely action, with a menu of the others beside it. */
export function SplitButton(props: {
  readonly icon: NonNullable<ComponentProps<typeof Button>['icon']>
  readonly label: string
  readonly hint: string
  /** Names the menu. */
  readonly more: string
  readonly onClick: () => void
  /** The items of the menu. */
  readonly children: ReactNode
}) {
  const { icon, label, hint, more, onClick, children } = props
  const styles = useStyles()
  return (
    <div className={styles.joined}>
      <Tooltip content={hint} relationship="description">
        <Button className={styles.main} icon={icon} onClick={onClick}>
          {label}
        </Button>
      </Tooltip>
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton className={styles.more} aria-label={more} title={more} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList {...ownKeys} onKeyDown={moveInMenu}>
            {children}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
