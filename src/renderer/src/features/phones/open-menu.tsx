import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from '@fluentui/react-components'
import { ClipboardPaste20Regular } from '@fluentui/react-icons/svg/clipboard-paste'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { Save20Regular } from '@fluentui/react-icons/svg/save'
import { TableAdd20Regular } from '@fluentui/react-icons/svg/table-add'
import { templateFormats } from '../../../../shared/ipc-requests.ts'
import { text } from '../../../../shared/text/index.ts'
import { SplitButton } from '../../components/split-button.tsx'
import { addByHand, browse, openRecent, saveList, saveTemplate } from '../../stores/list-actions.ts'
import { forgetRecent } from '../../stores/recent-actions.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'

const phones = text.window.phones

/** Browse at one click, and the other ways to make a list. */
export function OpenMenu() {
  const stores = useStores()
  const isEmpty = useList(({ sheet }) => sheet === undefined || sheet.rows.length === 0)
  return (
    <SplitButton
      icon={<FolderOpen20Regular />}
      label={phones.browse}
      hint={phones.browseHint}
      more={phones.otherWays}
      onClick={() => browse(stores)}
    >
      <MenuItem icon={<ClipboardPaste20Regular />} onClick={() => stores.view.setState({ dialog: 'paste' })}>
        {phones.paste}
      </MenuItem>
      <MenuItem icon={<TableAdd20Regular />} onClick={() => addByHand(stores)}>
        {phones.addByHand}
      </MenuItem>
      {!isEmpty && (
        <MenuItem icon={<Save20Regular />} onClick={() => void saveList(stores)}>
          {phones.saveList}
        </MenuItem>
      )}
      <RecentItems />
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
    </SplitButton>
  )
}

/** The lists that were opened or saved last. */
function RecentItems() {
  const stores = useStores()
  const recent = useList((list) => list.recent)
  if (recent.length === 0) return null
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{phones.recent.title}</MenuGroupHeader>
        {recent.map((list) => (
          <MenuItem key={list.id} subText={list.folder} onClick={() => openRecent(stores, list)}>
            {list.name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuItem icon={<Dismiss20Regular />} onClick={() => forgetRecent(stores)}>
        {phones.recent.forget}
      </MenuItem>
    </>
  )
}
