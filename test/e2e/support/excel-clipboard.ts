/** What Excel for Windows puts on the clipboard of these cells: text with tabs, and a page with a table in it. */
export function excelClipboard(rows: readonly (readonly string[])[]): {
  readonly plain: string
  readonly html: string
} {
  const escaped = (cell: string): string => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const width = rows[0]?.length ?? 0
  return {
    plain: rows.map((cells) => `${cells.join('\t')}\r\n`).join(''),
    html: [
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">',
      '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>',
      '<style><!--table {mso-displayed-decimal-separator:"\\.";} td {white-space:nowrap;} .xl65 {mso-number-format:"\\@";}--></style></head>',
      `<body link="#0563C1" vlink="#954F72"><table border=0 cellpadding=0 cellspacing=0 width=${width * 180} style='border-collapse:collapse'>`,
      `<!--StartFragment--> <col width=180 span=${width} style='width:135pt'>`,
      ...rows.map(
        (cells) =>
          ` <tr height=20 style='height:15.0pt'>\r\n${cells
            .map(
              (cell) =>
                `  <td class=xl65 width=180 style='width:135pt'>${escaped(cell).replaceAll(' ', '\r\n  ')}</td>`,
            )
            .join('\r\n')}\r\n </tr>`,
      ),
      '<!--EndFragment--></table></body></html>',
    ].join('\r\n'),
  }
}
