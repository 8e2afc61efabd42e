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
          'The MAC address of the device, with dashes, colons, dots or no separators. For a port of an analog adapter (ATA), add its number: `:001`, `:002` and so on.',
        ],
        [
          '`Region`',
          'Optional: NOAM, EMEA or APAC, row by row. Rows without one get the region that you choose in the window.',
        ],
      ],
    },
    'Excel workbooks (.xlsx, .xlsm) open as they are. CSV files can use commas, semicolons or tabs, and any common encoding; a cell with a comma in it needs quotation marks. Other common headings (UPN, Email, MAC address) are recognized, also in German, French, Spanish, Portuguese, Italian, Dutch and Japanese, and other columns are left alone. There is no limit of 100 rows: the app makes the batches. A list can have 100,000 rows.',
    {
      kind: 'warning',
      text: 'Format the column of the MAC addresses as text before you type. A spreadsheet takes an address such as 400000000000 for a number, turns it into 4.00E+11, and the digits are lost.',
    },
    {
      kind: 'heading',
      text: 'Open, paste or scan it',
    },
    `**${phones.browse}** opens a file; you can also drop it on the window. The arrow beside it has the other ways:`,
    {
      kind: 'list',
      items: [
        `**Paste**: copy the cells in Excel, in Teams admin center or in a message, and press Ctrl+V on the page **Phones**. They make a new list (**${pasted.name}**), or the app asks whether to add them to the open one. Such a list is only in the window; results and History keep its name.`,
        `**${phones.addByHand}**: scan or type the MAC address and press Enter, then the account and press Enter. A wrong value stays in its field, so that no account gets another device. Twelve digits without separators, lower case, and \`MAC:\` or \`SEP\` in front are fine. Ctrl+Z outside of a field, or **${phones.undo}**, takes the last row back.`,
        '**Save a template**: an empty list to fill in, as CSV or for Excel, where its columns are formatted as text.',
      ],
    },
    `If it isn't certain which columns hold the accounts and the devices, or a workbook has phones on several sheets, the app asks. It shows the first rows under a choice for each column, with the likely choices made and the reasons for them. Check them: a wrong column would reset the passwords of the wrong accounts. Files with the same headings are then read the same way; **${chooseColumns.again}** above the table changes the choice, and **Settings** forgets all of them.`,
    `The last lists that you opened or saved are in the menu beside **${phones.browse}** and on the empty page; **${phones.recent.forget}** in that menu clears them. A file that you drop on the window isn't among them, because the app doesn't learn its path.`,
    `An analog adapter (ATA) has a phone at each port: select its row, then **Add ports…** under **${table.panel.details}**.`,
    { kind: 'heading', text: 'Check it' },
    `Opening a list sends nothing. Each row says whether it is ready; select it to see why not. Edit cells in the table (double-click, Enter, F2, or just type): they are checked again as you type. Duplicate, delete or leave out rows with a right click or Shift+F10. Ctrl+Z and Ctrl+Y undo and redo all of it. The file itself isn't changed: **${phones.saveList}** (Ctrl+S) saves the list as it is now. A mistake with only one likely correction has a fix; **${table.panel.issues}** has a button that fixes all rows with the same mistake.`,
    `**${table.chooser.button}** above the table shows the other columns of your file, and the likely maker of each phone, from its MAC address. The filter searches the columns that are shown, and copied rows include them. Drag the edge of a heading to make a column wider (or press Alt+Right in the heading); double-click it to reset the width. The panel with details and issues is under the table, or beside it in a wide window; drag its edge or use the arrow keys there to resize it. All of this is remembered.`,
    { kind: 'picture', name: 'list', shows: 'A list with errors and warnings, and what to do about them' },
    {
      kind: 'list',
      items: [
        "**Errors**: the row is left out of a run until it is corrected. It stays in view and in the results. The same device in two rows is an error in both. So is a row that may name another phone's account: its cells seem to have moved, one of them has other rows in it (a missing quotation mark), or the headings above it are in another order than the first ones. Correct the file, or edit its username and press Enter when it is right.",
        "**Warnings**: the row will be sent; make sure that you mean it. The same account on several devices is a warning, and so is an account that looks like a person's own: its password would be reset. So is an account that other rows have as their contact, and a row that the workbook hides, by a filter for example. Once you are signed in, so are accounts whose domain isn't verified in the tenant. The question before a run counts and names the warnings.",
        '**Notes** say what was cleaned up, such as spaces around a name.',
      ],
    },
    'Rows are numbered as your spreadsheet numbers them: the headings are row 1.',
  ],
}
