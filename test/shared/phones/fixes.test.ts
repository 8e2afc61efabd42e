import { expect, test } from 'vitest'
import { adapters, portsOf } from '../../../src/shared/phones/adapters.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { applyFixes, fixesOf } from '../../../src/shared/phones/fixes.ts'
import { sheetOf, sheetOfRows } from '../../support/sheets.ts'

const issuesOf = (sheet: ReturnType<typeof sheetOf>) => checkPhones(sheet, 'EMEA').issues

test('what is wrong alike is put right all at once', () => {
  const sheet = sheetOfRows(
    ['a@contoso.com', 'SEP0004F28124B1'],
    ['b@contoso.com', 'sep0004f28124b2.cnf.xml'],
    ['sip:c@contoso.com', '01:00:04:f2:81:24:b3'],
  )
  const groups = fixesOf(issuesOf(sheet))
  expect(groups.map(({ column, kind, issues }) => [column, kind, issues.length])).toEqual([
    ['hardwareId', 'device-name', 2],
    ['username', 'scheme', 1],
    ['hardwareId', 'client-identifier', 1],
  ])
  const fixed = applyFixes(sheet, groups[0]?.issues ?? [])
  expect(checkPhones(fixed, 'EMEA').rows).toMatchObject([
    { hardwareId: '00-04-F2-81-24-B1', status: 'ready' },
    { hardwareId: '00-04-F2-81-24-B2', status: 'ready' },
    { username: 'sip:c@contoso.com', status: 'error' },
  ])
  const all = applyFixes(sheet, issuesOf(sheet))
  expect(checkPhones(all, 'EMEA').rows.every(({ status }) => status === 'ready')).toBe(true)
})

test('the ports of an adapter go behind its MAC address, all rows at once', () => {
  const sheet = sheetOf(
    'Username,HardwareId,Port\na@b.cc,00908f123456,1\nb@b.cc,00-90-8F-12-34-56,Line 2\nc@b.cc,00-04-F2-81-24-B1,1\n',
  )
  const [ports] = fixesOf(issuesOf(sheet))
  expect(ports).toMatchObject({ kind: 'port-column', issues: { length: 2 } })
  expect(checkPhones(applyFixes(sheet, ports?.issues ?? []), 'EMEA').rows).toMatchObject([
    { hardwareId: '00-90-8F-12-34-56:001', status: 'ready' },
    { hardwareId: '00-90-8F-12-34-56:002', status: 'ready' },
    { hardwareId: '00-04-F2-81-24-B1', status: 'ready' },
  ])
})

test('ports that do not tell the rows apart are no fix', () => {
  const sheet = sheetOf('Username,HardwareId,Port\na@b.cc,00908f123456,1\nb@b.cc,00908f123456,1\n')
  expect(fixesOf(issuesOf(sheet))).toEqual([])
})

test('a cell that was changed since keeps its change', () => {
  const sheet = sheetOfRows(['a@contoso.com', 'SEP0004F28124B1'])
  const issues = issuesOf(sheet)
  const changed = sheetOfRows(['a@contoso.com', '00-04-F2-81-24-B9'])
  expect(applyFixes(changed, issues).rows).toEqual(changed.rows)
})

test('no fix confirms a username whose row has moved', () => {
  const sheet = sheetOf(
    [
      'HardwareId,Username,Contact',
      '00-04-F2-81-24-B1,lift@contoso.com,ann@contoso.com',
      'SEP0004F28124B2,sip:bob@contoso.com',
      '00-04-F2-81-24-B3,hall@contoso.com,eve@contoso.com',
    ].join('\n'),
  )
  const fixed = applyFixes(sheet, issuesOf(sheet))
  expect(checkPhones(fixed, 'EMEA').rows.map(({ status }) => status)).toEqual(['ready', 'error', 'ready'])
})

test('20,000 fixes are taken in one go', () => {
  const sheet = sheetOfRows(
    ...Array.from({ length: 20_000 }, (_, at) => {
      const device = at.toString(16).padStart(6, '0').toUpperCase()
      return [`phone${at}@contoso.com`, `SEP0004F2${device}`] as const
    }),
  )
  const fixed = applyFixes(sheet, issuesOf(sheet))
  expect(checkPhones(fixed, 'EMEA').rows.every(({ status }) => status === 'ready')).toBe(true)
})

test('an adapter has a hardware ID for each port that can be used', () => {
  const ports = Object.fromEntries(adapters.map(({ model, usable }) => [model, usable]))
  expect(ports).toMatchObject({ 'AudioCodes MP-114': 3, 'AudioCodes MP-118': 6, 'AudioCodes MP-124': 18 })
  expect(portsOf('00908f123456', 2)).toEqual(['00-90-8F-12-34-56:001', '00-90-8F-12-34-56:002'])
  expect(portsOf('00-90-8F-12-34-56:001', 2)).toBeUndefined()
  expect(portsOf('lobby', 2)).toBeUndefined()
})
