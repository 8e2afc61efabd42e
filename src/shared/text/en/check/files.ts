/** The kinds of files that are no list. */
export type FileKind =
  | ('excel-damaged' | 'excel-97' | 'excel-binary' | 'excel-locked' | 'ods' | 'numbers')
  | ('archive' | 'pdf' | 'html' | 'json' | 'xml' | 'document' | 'other')
/** Why a file could not be read. */
export type UnreadableReason = 'missing' | 'denied' | 'in-use' | 'not-a-file'

/** The advice for each kind, which follows the file's name. */
export const fileKinds: Record<FileKind, string> = {
  'excel-damaged':
    "is an Excel workbook that can't be read: it's damaged, or has no sheet with cells. Open it in Excel, save it under another name, and open that file here.",
  'excel-97':
    'is an Excel 97-2003 workbook (.xls). Open it in Excel, select File > Save As, choose "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  'excel-binary':
    'is an Excel binary workbook (.xlsb). Open it in Excel, select File > Save As, choose "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  'excel-locked':
    'is a password-protected workbook. Open it in Excel, remove the password under File > Info > Protect Workbook, save it, and open it here again.',
  ods: 'is an OpenDocument spreadsheet (.ods). In its program, save it as "Excel 2007-365 (.xlsx)" or "Text CSV", and open the new file here.',
  numbers:
    'is an Apple Numbers spreadsheet. In Numbers, select File > Export To > Excel or CSV, and open the new file here.',
  html: 'is a web page, whatever its name says. Open it in Excel, select File > Save As, choose "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  json: 'is JSON, not a table. Convert it in PowerShell with "Get-Content FILE | ConvertFrom-Json | Export-Csv phones.csv", or export the list as CSV from the program it comes from.',
  xml: 'is XML, not a table. Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", or export the list as CSV from the program it comes from.',
  document:
    'is a document, not a table. Copy its table to an empty Excel sheet, save that as "CSV UTF-8 (Comma delimited)", and open the new file here.',
  archive: 'is a compressed file, not a phone list. Extract it, and open the list in it.',
  pdf: 'is a PDF document, not a phone list. Ask for the list as a CSV file or an Excel workbook.',
  other:
    "isn't a text file or an Excel workbook. Save the list as CSV in the program it comes from, and open the new file here.",
}

/** The same for what cannot be read. */
export const unreadableReasons: Record<UnreadableReason, string> = {
  missing: "wasn't found. It may have been moved or renamed: browse to it again.",
  denied: "can't be read with your account. Ask its owner for access or for a copy.",
  'in-use': 'is open in another program. Close it there, and try again.',
  'not-a-file': "isn't a file. Open a CSV file or an Excel workbook.",
}
