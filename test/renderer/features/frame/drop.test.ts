import { describe, expect, test } from 'vitest'
import { type DroppedThing, readDrop } from '../../../../src/renderer/src/features/frame/drop.ts'
import { maxListBytes } from '../../../../src/shared/phones/list-limit.ts'

const thing = (part: Partial<DroppedThing>): DroppedThing => ({
  name: 'phones.csv',
  size: 3,
  isFolder: false,
  bytes: async () => Uint8Array.of(1, 2, 3).buffer,
  ...part,
})
const neverRead = () => Promise.reject(new Error('was read'))

describe('what is dropped on the window', () => {
  test('is read when it is one file', async () => {
    expect(await readDrop([thing({})])).toEqual({
      ok: true,
      value: { name: 'phones.csv', bytes: Uint8Array.of(1, 2, 3) },
    })
  })

  test.each([
    ['several files', [thing({ bytes: neverRead }), thing({ bytes: neverRead })], '2 files'],
    ['a folder', [thing({ name: 'lists', isFolder: true, bytes: neverRead })], 'lists is a folder'],
    ['a file over 5 MB', [thing({ size: maxListBytes + 100_000, bytes: neverRead })], '5.1 MB'],
    ['a text from a browser', [], "isn't a file"],
    ['a file that is gone', [thing({ bytes: neverRead })], "couldn't be read"],
  ])('is refused in words when it is %s', async (_, things, words) => {
    const answer = await readDrop(things)
    expect(answer).toMatchObject({ ok: false, failure: { message: expect.stringContaining(words) } })
  })
})
