import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSheet } from '../../../src/shared/phones/parse.ts'
import { anyUsername } from '../../support/phone-arbitraries.ts'
import { brief, refusalOf, sheetOf } from '../../support/sheets.ts'

const lobby = 'lobby@contoso.com,00-04-F2-81-24-B3'
const yard = 'yard@contoso.com,00-04-F2-81-24-B4'

describe('a phone list', () => {
  test('is read with its rows numbered as a spreadsheet does', () => {
    expect(sheetOf(`Username,HardwareId\n${lobby}\n${yard}\n`)).toEqual({
      name: 'phones.csv',
      hasRegionColumn: false,
      issues: [],
      rows: [
        { row: 2, username: 'lobby@contoso.com', hardwareId: '00-04-F2-81-24-B3', region: '' },
        { row: 3, username: 'yard@contoso.com', hardwareId: '00-04-F2-81-24-B4', region: '' },
      ],
    })
  })

  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may be separated by %s', (_, delimiter) => {
    const text = `Username,HardwareId,Region\n${lobby},EMEA\n`.replaceAll(',', delimiter)
    expect(sheetOf(text).rows).toEqual([
      { row: 2, username: 'lobby@contoso.com', hardwareId: '00-04-F2-81-24-B3', region: 'EMEA' },
    ])
  })

  test.each([
    ['Username,HardwareId', 'its header not'],
    ['"Username,HardwareId"', 'its header too'],
  ])('may have each line in quotation marks as a whole: %s', (header) => {
    expect(sheetOf(`${header}\n"${lobby}"\n\n"${yard}"\n`)).toMatchObject({
      rows: [
        { row: 2, username: 'lobby@contoso.com', hardwareId: '00-04-F2-81-24-B3' },
        { row: 4, username: 'yard@contoso.com' },
      ],
      issues: [{ severity: 'note', code: 'text-cleaned' }],
    })
  })

  test.each([
    'ユーザー名,MACアドレス',
    'Benutzername,MAC-Adresse',
    "Nom d'utilisateur,Adresse MAC",
    'Nombre de usuario,Dirección MAC',
    'Nome de usuário,Endereço MAC',
    'User name [userPrincipalName] Required,MAC Address *',
  ])('may have the headings %s', (header) => {
    expect(sheetOf(`${header}\n${lobby}`).rows).toMatchObject([{ username: 'lobby@contoso.com' }])
  })

  test('is separated by what separates its header, whatever its cells hold', () => {
    const text = 'Username;HardwareId;Where\nlobby@contoso.com;00-04-F2-81-24-B3;"a, b, c, d, e"\n'
    expect(sheetOf(text).rows).toMatchObject([{ hardwareId: '00-04-F2-81-24-B3' }])
  })

  test('is separated by what makes sense of the header where that holds other delimiters too', () => {
    const text = 'Username;HardwareId;"a, b, c"\nlobby@contoso.com;00-04-F2-81-24-B3;\n'
    expect(sheetOf(text).rows).toMatchObject([{ hardwareId: '00-04-F2-81-24-B3' }])
    expect(sheetOf(text.replaceAll('"', '')).rows).toMatchObject([{ hardwareId: '00-04-F2-81-24-B3' }])
  })

  test.each([
    ['sep=;', ';'],
    ['SEP=|', '|'],
    ['"sep=;"', ';'],
    ['sep=;;;', ';'],
    ['sep=\t', '\t'],
  ])('may name its delimiter in a first line %j, which is no row', (line, delimiter) => {
    const text = `${line}\r\n${`Username,HardwareId\r\n${lobby}`.replaceAll(',', delimiter)}`
    expect(sheetOf(text).rows).toMatchObject([{ row: 2, hardwareId: '00-04-F2-81-24-B3' }])
  })

  test('may come from Export-Csv of Windows PowerShell, whose type line is row 1', () => {
    const text = `#TYPE System.Management.Automation.PSCustomObject\n"Username","HardwareId"\n${lobby}`
    expect(sheetOf(text)).toMatchObject({ rows: [{ row: 3, username: 'lobby@contoso.com' }], issues: [] })
  })

  test('may mix line ends', () => {
    expect(
      sheetOf(`Username,HardwareId\r\n${lobby}\n${yard}\r${lobby}\r\n`).rows.map(({ row }) => row),
    ).toEqual([2, 3, 4])
  })

  test('may begin with rows that are above its headings, of which it warns if they have devices', () => {
    const above = (first: string) => sheetOf(`${first},Bern\nUPN,MAC,Room\n${lobby},1`).issues[0]
    expect(above('Phones')).toMatchObject({ severity: 'note', code: 'header-below' })
    expect(above('lift,00-04-F2-81-24-B4')).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('but there are devices in row 1. Put'),
    })
  })

  test('counts blank rows and leaves them out', () => {
    const text = `Username,HardwareId,Notes\n\n,,\n${lobby},\n \t,\u00a0,spare\n"","",""\n${yard},\n\n`
    expect(sheetOf(text).rows.map(({ row }) => row)).toEqual([4, 7])
  })

  test('counts a cell with line ends as one row', () => {
    const text = `Username,HardwareId,Notes\n${lobby},"by the\r\ndoor\r\n"\n${yard},\n`
    expect(sheetOf(text).rows.map(({ row }) => row)).toEqual([2, 3])
  })

  test('counts blank rows above the header', () => {
    expect(sheetOf(`\n,,\nUsername,HardwareId\n${lobby}`).rows).toMatchObject([{ row: 4 }])
  })

  test('keeps a row with a region alone, so that it is seen', () => {
    expect(sheetOf('Username,HardwareId,Region\n,,EMEA').rows).toEqual([
      { row: 2, username: '', hardwareId: '', region: 'EMEA' },
    ])
  })

  test('may have rows that are too short or too long', () => {
    expect(sheetOf(`Username,HardwareId\nlobby@contoso.com\n${yard},,,more\n`).rows).toMatchObject([
      { username: 'lobby@contoso.com', hardwareId: '' },
      { username: 'yard@contoso.com', hardwareId: '00-04-F2-81-24-B4' },
    ])
  })

  test('may quote cells, with quotation marks and delimiters in them', () => {
    expect(sheetOf('"Username","HardwareId"\n"a ""b"", c","00-04-F2-81-24-B3" \n').rows).toMatchObject([
      { username: 'a "b", c', hardwareId: '00-04-F2-81-24-B3' },
    ])
  })

  test('may have quotation marks within cells', () => {
    const text = `Username,HardwareId,Model\n${lobby},5" display\n${yard},"7"" display"`
    expect(sheetOf(text).rows).toHaveLength(2)
  })

  test.each([
    ["'=1+1", '=1+1'],
    ["'+a@b.cc", '+a@b.cc'],
    ["'-a@b.cc", '-a@b.cc'],
    ["'@b.cc", '@b.cc'],
    ["'\ta@b.cc", '\ta@b.cc'],
    ["'  =1", '  =1'],
    ["'a@b.cc", "'a@b.cc"],
    ["''=1", "'=1"],
  ])('reads %j, as an export guards it, as %j', (cell, read) => {
    expect(sheetOf(`Username,HardwareId\n${cell},x`).rows).toMatchObject([{ username: read }])
  })
})

describe('the columns', () => {
  test.each([
    ['Username, HardwareId'],
    ['USERNAME,hardwareid'],
    ['User Name,Hardware ID'],
    ['user_name,hardware_id'],
    ['User-Name,"Hardware-Id"'],
    ['\ufeffUsername,\u00a0HardwareId\u200b'],
    ["'Username','HardwareId'"],
  ])('are recognised in %j without an issue', (header) => {
    expect(sheetOf(`${header}\n${lobby}`)).toMatchObject({
      rows: [{ username: 'lobby@contoso.com', hardwareId: '00-04-F2-81-24-B3' }],
      issues: [],
    })
  })

  test.each(['UPN', 'User Principal Name', 'user', 'E-Mail', 'Mail', 'Account'])(
    'may name the username %s, with a note',
    (name) => {
      const { rows, issues } = sheetOf(`HardwareId,${name}\n00-04-F2-81-24-B3,lobby@contoso.com`)
      expect(rows).toMatchObject([{ username: 'lobby@contoso.com' }])
      expect(issues).toMatchObject([{ code: 'header-other-name', column: 'username', value: name }])
      expect(issues[0]?.message).toBe(`The column "${name}" was read as Username.`)
    },
  )

  test.each(['MAC', 'Mac Address', 'MAC id', 'Device', 'device_id', 'Phone MAC'])(
    'may name the hardware ID %s, with a note',
    (name) => {
      const { rows, issues } = sheetOf(`Username,${name}\n${lobby}`)
      expect(rows).toMatchObject([{ hardwareId: '00-04-F2-81-24-B3' }])
      expect(brief(issues)).toEqual(['note header-other-name hardwareId'])
    },
  )

  test('may name the region otherwise, with a note', () => {
    const sheet = sheetOf(`Username,HardwareId,TargetRegion\n${lobby},APAC`)
    expect(sheet).toMatchObject({ hasRegionColumn: true, rows: [{ region: 'APAC' }] })
    expect(brief(sheet.issues)).toEqual(['note header-other-name region'])
  })

  test('are taken by their own names where others could be meant too', () => {
    const sheet = sheetOf('UPN,Mail,Username,HardwareId\na@b.cc,b@b.cc,c@b.cc,00-04-F2-81-24-B3')
    expect(sheet.rows).toMatchObject([{ username: 'c@b.cc' }])
    expect(sheet.issues[0]?.message).toBe('These columns are not used: "UPN" and "Mail".')
  })

  test('that are not used are named in one note, the blank ones left out', () => {
    const header = 'Username,HardwareId,,A,B,C,D,E,F,G'
    expect(sheetOf(`${header}\n${lobby}`).issues).toEqual([
      {
        severity: 'note',
        code: 'column-unused',
        message: 'These columns are not used: "A", "B", "C", "D", "E" and 2 more.',
      },
    ])
  })

  test('are recognised by what they hold where there is no header', () => {
    const sheet = sheetOf(
      '7,00:04:F2:81:24:B3,emea,lobby@contoso.com\n8,00:04:F2:81:24:B4,apac,yard@contoso.com\n',
    )
    expect(sheet.rows).toEqual([
      { row: 1, username: 'lobby@contoso.com', hardwareId: '00:04:F2:81:24:B3', region: 'emea' },
      { row: 2, username: 'yard@contoso.com', hardwareId: '00:04:F2:81:24:B4', region: 'apac' },
    ])
    expect(sheet.issues.map(({ message }) => message)).toEqual([
      'The file has no header, so its columns were recognized by their cells: column 4 as Username, column 2 as HardwareId, column 3 as Region. Row 1 is the first phone.',
      'This column is not used: column 1.',
    ])
  })

  test('are recognised by what they hold with semicolons too', () => {
    expect(sheetOf(lobby.replace(',', ';')).rows).toMatchObject([{ row: 1, username: 'lobby@contoso.com' }])
  })
})

describe('a text is refused', () => {
  test.each([
    ['empty', ''],
    ['a byte order mark', '\ufeff'],
    ['blank', ' \r\n;;\r\n\t\u00a0'],
    ['only a delimiter line', 'sep=;\r\n'],
  ])('where it is %s', (_, text) => {
    expect(refusalOf(text)).toMatchObject({ severity: 'error', code: 'file-empty' })
  })

  test.each(['Username,HardwareId', 'Username,HardwareId\n\n,,\n \n'])(
    'where no phone is in it: %j',
    (text) => {
      expect(refusalOf(text)).toMatchObject({ code: 'no-phones' })
    },
  )

  test('where it is the template of Teams admin center, whatever the case', () => {
    expect(refusalOf('mac ID,location\n00-04-F2-81-24-B3,Seattle')).toMatchObject({
      code: 'file-template-provisioning',
      message: expect.stringContaining('Template_Provisioning.csv'),
    })
    expect(sheetOf(`Username,MAC id,Location\n${lobby},Seattle`).rows).toHaveLength(1)
  })

  test('where a column is missing, saying which and what the first row reads', () => {
    expect(refusalOf('Username,Serial\nlobby@contoso.com,1')).toMatchObject({
      code: 'header-missing-column',
      message:
        '"phones.csv" has no column HardwareId. Row 1 reads "Username" and "Serial". The first row of a phone list names the columns Username and HardwareId.',
    })
    expect(refusalOf('\n\nUPN : lobby@contoso.com\nMAC : 00-04-F2-81-24-B3\n').message).toContain(
      'Row 3 reads "UPN : lobby@contoso.com". Separate its cells with commas, semicolons or tabs; in PowerShell',
    )
    expect(refusalOf('{ "phones": [] }').message).toContain('no column Username and no column HardwareId')
  })

  test.each([
    ['Username,HardwareId,username', 'Username', '"Username" and "username"'],
    ['User_Name,HardwareId,Username', 'Username', '"User_Name" and "Username"'],
    ['UPN,HardwareId,upn', 'Username', '"UPN" and "upn"'],
    ['User,HardwareId,Email', 'Username', '"User" and "Email"'],
    ['Mail,HardwareId,Contact mail', 'Username', '"Mail" and "Contact mail"'],
  ])('where two columns could be the username: %s', (header, column, names) => {
    const { code, message } = refusalOf(`${header}\n${lobby},other@contoso.com`)
    expect(code).toBe('columns-uncertain')
    expect(message).toContain(`could be the ${column}: ${names}`)
  })

  test('where two columns could be the hardware ID', () => {
    const { code, message } = refusalOf(`Username,MAC,Phone MAC\n${lobby},00-04-F2-81-24-B9`)
    expect(code).toBe('columns-uncertain')
    expect(message).toContain('could be the HardwareId: "MAC" and "Phone MAC"')
  })

  test('where two columns could be the region', () => {
    const { code, message } = refusalOf(`Username,HardwareId,TargetRegion,Device Region\n${lobby},,`)
    expect(code).toBe('columns-uncertain')
    expect(message).toContain('could be the Region: "TargetRegion" and "Device Region"')
  })

  test('where two columns could be meant and there is no header', () => {
    expect(refusalOf(`${lobby},other@contoso.com`)).toMatchObject({
      code: 'columns-uncertain',
      message: expect.stringContaining('"Column 1" and "Column 3"'),
    })
  })

  test('where a quotation mark is never closed, saying in which row', () => {
    const text = `Username,HardwareId\n"a\nb",x\n\n"lobby@contoso.com,00-04-F2-81-24-B3\n${yard}\n`
    expect(refusalOf(text)).toMatchObject({
      code: 'quote-unterminated',
      row: 4,
      message: expect.stringMatching(/^In "phones.csv".* before "lobby@contoso.com,00-04/),
    })
  })

  test('where a quotation mark is closed within a cell, which would merge rows silently', () => {
    expect(refusalOf(`Username,HardwareId,Where\n${lobby},"Main" hall\n${yard},"x"\n`)).toMatchObject({
      code: 'quote-unterminated',
      row: 2,
    })
  })
})

describe('row numbers', () => {
  test('are the records before, whatever those are', () => {
    const record = fc.oneof(
      anyUsername.map((username) => `${username},x,`),
      anyUsername.map((username) => `"${username}","x","two\nlines, ""three"""`),
      fc.constantFrom('', ',,', ' , ', '"",""', ',,only an issue'),
    )
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom('\n', '\r\n', '\r'), (records, newline) => {
        const text = ['Username,HardwareId,Notes', ...records].join(newline)
        const expected = records.flatMap((each, index) => (each.includes('@') ? [index + 2] : []))
        const result = parseSheet('phones.csv', text)
        expect(result.ok ? result.value.rows.map(({ row }) => row) : []).toEqual(expected)
      }),
    )
  })
})
