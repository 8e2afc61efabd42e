import { describe, expect, test } from 'vitest'
import { readInline } from '../../../src/shared/guide/inline.ts'

describe('a text of the guide', () => {
  test('without marks is one plain piece', () => {
    expect(readInline('Sign in 100 phones.')).toEqual([{ kind: 'plain', text: 'Sign in 100 phones.' }])
  })

  test('has strong words, literal ones, links to chapters and links by name', () => {
    expect(
      readInline('**Browse…** for `a*b.csv`, see [the list](phone-list) and [Learn](planSipGateway).'),
    ).toEqual([
      { kind: 'strong', text: 'Browse…' },
      { kind: 'plain', text: ' for ' },
      { kind: 'code', text: 'a*b.csv' },
      { kind: 'plain', text: ', see ' },
      { kind: 'chapter', text: 'the list', chapter: 'phone-list' },
      { kind: 'plain', text: ' and ' },
      { kind: 'link', text: 'Learn', link: 'planSipGateway' },
      { kind: 'plain', text: '.' },
    ])
  })

  test('is read whole: what is no mark stays as it is', () => {
    const text = '2 * 3 ** 4, `unclosed, [no link] (here)'
    expect(readInline(text)).toEqual([{ kind: 'plain', text }])
  })

  test.each(['https://contoso.com', 'nowhere', 'constructor', '../secret'])(
    'must not link to %j',
    (target) => {
      expect(() => readInline(`[there](${target})`)).toThrow(JSON.stringify(target))
    },
  )
})
