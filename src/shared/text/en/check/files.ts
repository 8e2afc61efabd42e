/** What a file is that is no list. */
export type FileKind =
  | ('excel-damaged' | 'excel-97' | 'excel-binary' | 'excel-locked' | 'ods' | 'numbers')
  | ('archive' | 'pdf' | 'html' | 'json' | 'xml' | 'document' | 'other')
/** Why a file could not be read. */
export type UnreadableReason = 'missing' | 'denied' | 'in-use' | 'not-a-file'

/** What to do with each, said behind the file's name. */
export const fileKinds: Record<FileKind, string> = {
  'excel-damaged':
    "is an Excel workbook that can't be read: it is damaged, or has no sheet with cells. Open it in Excel, save it under another name, and open that file here.",
  'excel-97':
    'is a workbook of Excel 97 to 2003 (.xls). Open it in Excel, choose File > Save As, take the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  'excel-binary':
    'is a binary workbook of Excel (.xlsb). Open it in Excel, choose File > Save As, take the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  'excel-locked':
    'is a workbook with a password. Open it in Excel, remove the password under File > Info > Protect Workbook, save it, and open it here again.',
  ods: 'is an OpenDocument spreadsheet (.ods). Open it in its program, save it as "Excel 2007-365 (.xlsx)" or as "Text CSV", and open the new file here.',
  numbers:
    'is a spreadsheet of Apple Numbers. Open it in Numbers, choose File > Export To > Excel or CSV, and open the new file here.',
  html: 'is a web page, even if its name says something else. Open it in Excel, choose File > Save As, take the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  json: 'is JSON, not a table. In PowerShell, "Get-Content FILE | ConvertFrom-Json | Export-Csv phones.csv" makes a CSV file of it. Or export the list as CSV from the program it comes from.',
  xml: 'is XML, not a table. Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", or export the list as CSV from the program it comes from.',
  document:
    'is a document, not a table. Copy the table in it to an empty sheet of Excel, save that as "CSV UTF-8 (Comma delimited)", and open the new file here.',
  archive: 'is a compressed file, not a CSV file. Extract it, and open the CSV file in it.',
  pdf: 'is a PDF document, not a CSV file. Ask for the list as a CSV file or an Excel workbook.',
  other:
    'is not a text file, so it cannot be a CSV file. Save the list as CSV in the program it comes from, and open the new file here.',
}

/** The same for what cannot be read. */
export const unreadableReasons: Record<UnreadableReason, string> = {
  missing: 'was not found. It may have been moved or renamed: browse to it again.',
  denied:
    'may not be read with your account. Ask its owner for access, or copy it to a folder of your own and open it there.',
  'in-use': 'is in use by another program. Close it there, and open it again.',
  'not-a-file': 'is not a file. Open a CSV file.',
}
