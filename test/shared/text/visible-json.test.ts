import { expect, test } from 'vitest'
import { visibly } from '../../../src/shared/text/visible-json.ts'

test('Of all characters those are escaped that are unseen or obeyed, and no other one', () => {
  const ofTwoUnits = [0x110bd, 0x1f4de, 0xe0001]
  const characters = [...Array(0xd800).keys(), ...ofTwoUnits].map((code) => String.fromCodePoint(code))
  const wrong = characters.filter((character) => {
    const json = JSON.stringify(character)
    const written = visibly(json)
    const isUnseen = json !== written
    // JSON itself escapes the first controls.
    return isUnseen !== /[\x7f-\x9f\p{Cf}\u2028\u2029]/u.test(character) || JSON.parse(written) !== character
  })
  expect(wrong).toEqual([])
})
