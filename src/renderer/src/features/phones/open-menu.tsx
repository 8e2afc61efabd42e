import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tooltip,
} from '@fluentui/react-components'
import { ClipboardPaste20Regular } from '@fluentui/react-icons/svg/clipboard-paste'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { Save20Regular } from '@fluentui/react-icons/svg/save'
import { TableAdd20Regular } from '@fluentui/react-icons/svg/table-add'
import { templateFormats } from '../../../../shared/ipc.ts'
import { text } from '../../../../shared/text/index.ts'
import { moveInMenu, ownKeys } from '../../components/menu-keys.ts'
import { addByHand, browse, saveList, saveTemplate } from '../../stores/list-actions.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'

const { phones } = text.window

// They are one button to the eye: the line between them is drawn once.
const useStyles = makeStyles({
  joined: { display: 'flex' },
  main: { borderTopRightRadius: 0, borderBottomRightRadius: 0 },
  more: {
    minWidth: '32px',
    paddingLeft: '6px',
    paddingRight: '6px',
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
    borderLeftStyle: 'none',
  },
})

/** Browse at one click, and the other ways to make a list. */
export function OpenMenu() {
  const styles = useStyles()
  const stores = useStores()
  const isEmpty = useList(({ sheet }) => sheet === undefined || sheet.rows.length === 0)
  return (
    <div className={styles.joined}>
      <Tooltip content={phones.browseHint} relationship="description">
        <Button className={styles.main} icon={<FolderOpen20Regular />} onClick={() => browse(stores)}>
          {phones.browse}
        </Button>
      </Tooltip>
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton className={styles.more} aria-label={phones.otherWays} title={phones.otherWays} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList {...ownKeys} onKeyDown={moveInMenu}>
            <MenuItem
              icon={<ClipboardPaste20Regular />}
              onClick={() => stores.view.setState({ dialog: 'paste' })}
            >
              {phones.paste}
            </MenuItem>
            <MenuItem icon={<TableAdd20Regular />} onClick={() => addByHand(stores)}>
              {phones.addByHand}
            </MenuItem>
            <MenuItem icon={<Save20Regular />} disabled={isEmpty} onClick={() => void saveList(stores)}>
              {phones.saveList}
            </MenuItem>
            <MenuDivider />
            {templateFormats.map((format) => (
              <MenuItem
                key={format}
                icon={<DocumentArrowDown20Regular />}
                onClick={() => saveTemplate(stores, format)}
              >
                {phones.template[format]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
