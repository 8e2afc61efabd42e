import { expect, test } from 'vitest'
import { fileName } from '../../../src/main/files/file-name.ts'

test.each([
  ['phones', 'phones'],
  ['Büro 2. Stock', 'Büro 2. Stock'],
  ['a:b', 'a_b'],
  ['..\\..\\x', '_.._x'],
  ['phones\u202evsc.exe', 'phonesvsc.exe'],
  ['line\nend', 'lineend'],
  [' name. . .', 'name'],
  ['CON', '_CON'],
  ['nul.tar', '_nul.tar'],
  ['lpt\u00b9', '_lpt\u00b9'],
  ['console', 'console'],
  ['..', '_'],
  ['', '_'],
])('%j is offered as %j', (wish, offered) => {
  expect(fileName(wish)).toBe(offered)
})

test('a name is cut where there would be no room left for more', () => {
  expect(fileName('a'.repeat(300))).toHaveLength(100)
})
