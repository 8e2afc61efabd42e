import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { focusInto, tableId } from '../../components/landmarks.ts'
import { moveInMenu, ownKeys } from '../../components/menu-keys.ts'
import { canSignIn, rowsToSignIn } from '../../model/phones/start-plan.ts'
import { deleteRows, duplicate, leaveOut } from '../../stores/edit-actions.ts'
import { useList, useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useIsListShown, useRows } from '../../stores/use-rows.ts'
import { useSelectedRows } from '../../stores/use-start.ts'
import type { RowMenuPlace } from '../../stores/view-store.ts'
import { correctRow, showPanel } from '../grid/grid-actions.ts'
import { askToRetry, askToStart } from '../run/run-actions.ts'
import { copyRows, failedAmong, numbersOf } from './selection-actions.ts'

const { rows: words } = text.window.table

/** The actions for a row, or for all selected rows if it is one of them. */
export function RowMenu() {
  const menu = useView((view) => view.menu)
  return menu && <Shown menu={menu} />
}

function Shown({ menu }: { readonly menu: RowMenuPlace }) {
  const stores = useStores()
  const all = useRows()
  const selected = useSelectedRows()
  const underWay = useRun(({ state }) => isWatching(state))
  const leftOut = useList((list) => list.leftOut)
  const isListShown = useIsListShown()
  const isAmong = selected.some(({ row }) => row === menu.row)
  const rows = isAmong ? selected : all.filter(({ row }) => row === menu.row)
  const [one] = rows
  const numbers = numbersOf(rows)
  const failed = failedAmong(rows)
  const ready = rows.filter((row) => canSignIn(row) && row.status !== 'failed')
  const free = isListShown ? rows.filter(({ isLocked }) => !isLocked) : []
  const isOut = free.length > 0 && free.every(({ row }) => leftOut.has(row))
  const close = (): void => stores.view.setState({ menu: undefined })
  const target = { getBoundingClientRect: () => new DOMRect(menu.x, menu.y, 0, 0) }
  if (!one) return null
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start', autoSize: 'height' }}
      onOpenChange={(_, { open, type }) => {
        if (open) return
        close()
        if (type === 'menuPopoverKeyDown') focusInto(tableId)
      }}
    >
      <MenuPopover>
        <MenuList {...ownKeys} onKeyDown={moveInMenu} aria-label={words.menu(menu.row)}>
          {isListShown && rows.length === 1 && free.length === 1 && (
            <MenuItem
              onClick={() =>
                correctRow(
                  stores,
                  one.row,
                  one.wrong[0] ?? (menu.column === 'hardwareId' ? 'hardwareId' : 'username'),
                )
              }
            >
              {words.edit}
            </MenuItem>
          )}
          {isListShown && !underWay && ready.length > 0 && (
            <MenuItem onClick={() => askToStart(stores, { rows: rowsToSignIn(rows), byHand: true })}>
              {words.signIn(ready.length)}
            </MenuItem>
          )}
          {!underWay && failed.size > 0 && (
            <MenuItem onClick={() => askToRetry(stores, failed)}>{words.retry(failed.size)}</MenuItem>
          )}
          {free.length > 0 && (
            <MenuItem onClick={() => leaveOut(stores, numbers, !isOut)}>
              {isOut ? words.putBack : words.leaveOut}
            </MenuItem>
          )}
          {isListShown && <MenuItem onClick={() => duplicate(stores, numbers)}>{words.duplicate}</MenuItem>}
          <MenuItem onClick={() => copyRows(stores, rows)}>{words.copy}</MenuItem>
          <MenuItem onClick={() => showPanel(stores, 'details')}>{words.details}</MenuItem>
          {free.length > 0 && <MenuDivider />}
          {free.length > 0 && <MenuItem onClick={() => deleteRows(stores, numbers)}>{words.delete}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
