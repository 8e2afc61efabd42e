import { describe, expect, test } from 'vitest'
import { whatIsWrong } from '../../../src/main/settings/stored-schema.ts'

const good = {
  clientId: '12345678-1234-1234-1234-1234567890ab',
  tenant: 'contoso.onmicrosoft.com',
  region: 'EMEA',
  batchSize: 50,
  way: 'powershell',
  moduleVersion: '7.1.0',
  theme: 'dark',
  fullNamesInLog: true,
  updates: 'off',
  readiness: 'by-hand',
  inventory: 'on',
  accessSteps: { some: ['step'] },
  lastFolder: '/lists',
  lastAccount: 'admin@contoso.com',
  recentPaths: ['/lists/a.csv'],
  tenantNames: { one: { name: 'Contoso' } },
  filesBeside: { '/app/policy.json': { sha256: 'ab', use: false } },
  zoom: 1.5,
  layouts: [{ headings: ['Username'], columns: { username: 0 } }],
  table: {
    columns: { port: true },
    widths: { username: 120 },
    twoLines: true,
    sort: { column: 'username', descending: false },
    panelHeight: 200,
  },
  windowPlace: { x: -10, y: 0, width: 800, height: 600, maximised: false },
}

describe('the content of settings.json', () => {
  test('is right with every setting, none, and those of another version', () => {
    expect(whatIsWrong(good)).toBeUndefined()
    expect(whatIsWrong({})).toBeUndefined()
    expect(whatIsWrong({ ...good, laterSetting: [1], __internal__: { migrations: {} } })).toBeUndefined()
  })

  test.each([
    ['clientId', { clientId: 'x12345678-1234-1234-1234-1234567890ab' }],
    ['tenant', { tenant: 'contoso' }],
    ['region', { region: 'Mars' }],
    ['batchSize', { batchSize: 101 }],
    ['batchSize', { batchSize: 50.5 }],
    ['way', { way: 'direct' }],
    ['moduleVersion', { moduleVersion: '7' }],
    ['theme', { theme: 1 }],
    ['updates', { updates: null }],
    ['inventory', { inventory: true }],
    ['accessSteps.some', { accessSteps: { some: 'step' } }],
    ['recentPaths', { recentPaths: Array.from({ length: 51 }, () => 'a.csv') }],
    ['tenantNames.one.name', { tenantNames: { one: {} } }],
    ['filesBeside.a.use', { filesBeside: { a: { sha256: 'ab', use: 'yes' } } }],
    ['zoom', { zoom: 9 }],
    ['layouts.0.columns.username', { layouts: [{ headings: [], columns: { username: -1 } }] }],
    ['table.widths.username', { table: { widths: { username: 0 } } }],
    ['table.sort.descending', { table: { sort: { column: 'username' } } }],
    ['windowPlace.maximised', { windowPlace: { ...good.windowPlace, maximised: undefined } }],
  ])('is wrong where %s is, which is named', (key, wrong) => {
    expect(whatIsWrong({ ...good, ...wrong })).toMatch(new RegExp(`^${RegExp.escape(key)}: .`))
  })

  test.each([[null], ['settings'], [[]]])('is wrong where it is %j', (content) => {
    expect(whatIsWrong(content)).toBeDefined()
  })
})
