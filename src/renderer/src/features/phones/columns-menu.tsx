import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components'
import { ColumnTriple20Regular } from '@fluentui/react-icons/svg/column-triple'
import { text } from '../../../../shared/text/index.ts'
import { moveInMenu, ownKeys } from '../../components/menu-keys.ts'
import { isShown } from '../../model/phones/table-columns.ts'
import { useSettings, useStores, useView } from '../../stores/stores-context.tsx'
import { allowTwoLines, resetWidths, showColumn } from '../../stores/table-look.ts'
import { useAllColumns } from '../../stores/use-columns.ts'
import { tightWindow } from '../../theme/media.ts'
import { useMedia } from '../../theme/use-media.ts'

const { chooser: words } = text.window.table

const twoLines = 'two-lines'

// A file may have hundreds of columns.
const useStyles = makeStyles({
  list: { maxHeight: 'min(480px, 70vh)', overflowX: 'hidden', overflowY: 'auto', maxWidth: '360px' },
})

/** Which columns the table shows, and how high its rows are. The choice is remembered. */
export function ColumnsMenu() {
  const styles = useStyles()
  const stores = useStores()
  const isTight = useMedia(tightWindow)
  const all = useAllColumns()
  const shown = useView((view) => view.shown)
  const look = useSettings(({ table }) => table)
  const choices = all.filter(({ atFirst }) => atFirst !== undefined)
  const visible = choices.filter((column) => isShown(column, look?.columns)).map(({ id }) => id)
  const hasWidths = Object.keys(look?.widths ?? {}).length > 0
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ columns: visible, rows: look?.twoLines ? [twoLines] : [] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === 'rows') allowTwoLines(stores, checkedItems.includes(twoLines))
        else for (const column of choices) showColumn(stores, column, checkedItems.includes(column.id))
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance="subtle"
          icon={<ColumnTriple20Regular />}
          title={words.hint}
          aria-label={words.button}
        >
          {isTight ? null : words.button}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList
          {...ownKeys}
          className={styles.list}
          hasCheckmarks
          onKeyDown={moveInMenu}
          aria-label={words.hint}
        >
          {choices.map((column) => (
            <MenuItemCheckbox key={column.id} name="columns" value={column.id}>
              {column.name(shown)}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItemCheckbox name="rows" value={twoLines}>
            {words.twoLines}
          </MenuItemCheckbox>
          {hasWidths && <MenuItem onClick={() => resetWidths(stores)}>{words.resetWidths}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
