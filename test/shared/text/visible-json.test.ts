import { expect, test } from 'vitest'
import { visibly } from '../../../src/shared/text/visible-json.ts'

test('Every character that is unseen or obeyed is escaped, whatever stands beside it, and no other one', () => {
  const wrong: string[] = []
  for (let code = 0x20; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    const isUnseen = /[\x7f-\x9f\p{Cf}\u2028\u2029]/u.test(character)
    for (const value of [character, `é${character}`]) {
      const json = JSON.stringify(value)
      const written = visibly(json)
      if ((written === json) === isUnseen || JSON.parse(written) !== value) wrong.push(code.toString(16))
    }
  }
  expect(wrong).toEqual([])
}, 60_000)
