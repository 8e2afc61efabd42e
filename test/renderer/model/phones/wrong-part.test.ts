import { expect, test } from 'vitest'
import { wrongPart } from '../../../../src/renderer/src/model/phones/wrong-part.ts'

test.each([
  ['username', 'cafe contoso.com', ' '],
  ['username', 'café@contoso.com', 'é'],
  ['username', 'desk@floor@contoso.com', '@'],
  ['username', 'desk..@contoso.com', '..'],
  ['username', 'desk@contoso', 'contoso'],
  ['hardwareId', '00-04-F2-O1-24-B3', 'O'],
  ['hardwareId', '00-90-8F-00-00-01:1', '1'],
] as const)('of the %s %s it is %j', (column, value, part) => {
  const [from, to] = wrongPart(column, value) ?? []
  expect(value.slice(from, to)).toContain(part)
  expect(value.slice(from, to).length).toBeLessThan(value.length)
})

test.each([
  ['username', 'lobby'],
  ['hardwareId', '00-04-F2-81-24'],
  ['hardwareId', '4.00E+11'],
  ['hardwareId', '00-90-8F-00-00-01:001'],
  ['region', 'Europe'],
] as const)('of the %s %s nothing can be pointed at: all of it is wrong', (column, value) => {
  expect(wrongPart(column, value)).toBeUndefined()
})
