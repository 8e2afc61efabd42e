import type { ChapterText } from '../../../guide/chapter.ts'
import { chooseColumns, pasted } from '../window/choose-columns.ts'
import { phones } from '../window/phones.ts'
import { table } from '../window/table.ts'

export const phoneList: ChapterText = {
  title: 'Make the phone list',
  blocks: [
    'A phone list is a CSV file or an Excel workbook with one row for each phone:',
    {
      kind: 'code',
      text: 'Username,HardwareId\nreception@contoso.com,00-04-F2-81-24-B3\nlift@contoso.com,00-90-8F-12-34-56:001',
    },
    {
      kind: 'table',
      columns: ['Column', 'What it holds'],
      rows: [
        ['`Username`', 'The user principal name of the account, as Microsoft Entra shows it.'],
        [
          '`HardwareId`',
          'The MAC address of the device, with dashes, colons, dots or nothing between. For a port of an analog adapter (ATA) with its number: `:001`, `:002` and so on.',
        ],
        [
          '`Region`',
          'Optional: NOAM, EMEA or APAC, row by row. Rows without one get the region that you choose in the window.',
        ],
      ],
    },
    'Excel workbooks (.xlsx, .xlsm) open as they are. In a CSV file commas, semicolons and tabs are read alike, and so are the usual encodings; a cell with a comma in it needs quotation marks. Other common headings (UPN, Email, MAC address) are recognised, also in German, French, Spanish, Portuguese and Japanese, and other columns are left alone. There is no limit of 100 rows: the app makes the batches. A list can have 100,000 rows.',
    {
      kind: 'warning',
      text: 'Format the column of the MAC addresses as text before you type. A spreadsheet takes an address such as 400000000000 for a number and turns it into 4.00E+11; then the digits are lost.',
    },
    {
      kind: 'heading',
      text: 'Open, paste or scan it',
    },
    `**${phones.browse}** opens a file; you can also drop it on the window. The arrow beside it has the other ways:`,
    {
      kind: 'list',
      items: [
        `**Paste**: copy the cells in Excel, in Teams admin center or in a message, and press Ctrl+V on the page of phones. They make a list (**${pasted.name}**), or are added to the open one: you are asked. Such a list is only in the window; results and history keep its name.`,
        `**${phones.addByHand}**: scan or type the MAC address and press Enter, then the account and press Enter. What is wrong stays in its field, so that no account gets another device. Twelve digits without separators, lower case and \`MAC:\` or \`SEP\` in front are read. Ctrl+Z outside of a field, or **${phones.undo}**, takes the last row back.`,
        '**Save a template**: an empty list to fill in, as CSV or for Excel, where its columns are formatted as text.',
      ],
    },
    `Where it isn't certain which columns hold the accounts and the devices, or where a workbook has phones on several sheets, you are asked. The first rows stand under a choice for each column, the most likely ones are chosen, and what speaks for them is said. Check them: a wrong column would reset the passwords of the wrong accounts. Files with the same headings are then read the same way; **${chooseColumns.again}** above the table changes the choice, and **Settings** forgets all of them.`,
    `The last lists that you opened or saved are in the menu beside **${phones.browse}** and on the empty page; **${phones.recent.forget}** in that menu clears them. A file that you drop on the window is not among them, because the app is never told where it is.`,
    `An analog adapter (ATA) has a phone at each port: select its row, then **Add ports…** under **${table.panel.details}**.`,
    { kind: 'heading', text: 'Check it' },
    `Opening a list sends nothing. Each row says whether it is ready; click on it to see why not. Cells can be changed in the table (double click, Enter, F2, or just type), and are checked again as you type; rows can be duplicated, deleted and left out (right click, or Shift+F10). Ctrl+Z and Ctrl+Y undo and redo all of it. The file itself is not changed: **${phones.saveList}** (Ctrl+S) saves the list as it is now. A value that is wrong but unmistakable has a fix; **${table.panel.issues}** has a button for all rows with the same slip.`,
    `**${table.chooser.button}** above the table shows the other columns of your file, and who probably made each phone (told by its MAC address). The filter searches the columns that are shown, and copied rows have them. Drag the edge of a heading to make a column wider (or Alt+Right in the heading), double-click it for its first width. The panel with details and issues is under the table, and beside it in a wide window; drag its edge, or use arrow keys there. All of this is remembered.`,
    { kind: 'picture', name: 'list', shows: 'A list with errors and warnings, and what to do about them' },
    {
      kind: 'list',
      items: [
        "**Errors**: the row is left out of a run until it is corrected. It stays in view and in the results. The same device in two rows is an error in both. So is a row whose cells may have moved by one, for it may name another phone's account: correct the file, or edit its username and press Enter when it is right.",
        "**Warnings**: the row will be sent; look whether you mean it. The same account on several devices is a warning, and so is an account that looks like a person's own: its password would be reset. Once you are signed in, so are accounts whose domain isn't verified in the tenant. The question before a run counts and names the warnings.",
        '**Notes** tell what was tidied up, such as blanks around a name.',
      ],
    },
    'Rows are numbered as your spreadsheet numbers them: the headings are row 1.',
  ],
}
