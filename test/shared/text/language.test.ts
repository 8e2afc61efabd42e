import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { duration } from '../../../src/shared/text/duration.ts'
import { locale } from '../../../src/shared/text/en/locale.ts'
import { guideText } from '../../../src/shared/text/guide.ts'
import { text } from '../../../src/shared/text/index.ts'
import { chooseLanguage, languages } from '../../../src/shared/text/language.ts'
import { listOfAll } from '../../../src/shared/text/list-of.ts'
import { setLocale } from '../../../src/shared/text/locale.ts'
import { moment } from '../../../src/shared/text/moment.ts'
import { part, speak } from '../../../src/shared/text/part.ts'
import { byNumber, count, plural } from '../../../src/shared/text/plural.ts'
import { copyOf } from '../../support/copy-of.ts'
import { lackedBy } from '../../support/lacked-by.ts'
import { pseudo, pseudoLanguage } from '../../support/pseudo.ts'
import { english } from '../../support/pseudo-language.ts'

afterAll(() => speak(english))

describe('English', () => {
  test('counts and lists by itself as Intl does', () => {
    const { tag, withoutIntl } = locale
    const numbers = [-1, 0, 1, 1.5, 2, 11, 21, 999, 1000, 1001, 12_345, 123_456, 1_234_567, 1_000_000_000]
    const [whole, rules] = [new Intl.NumberFormat(tag), new Intl.PluralRules(tag)]
    const list = new Intl.ListFormat(tag, { type: 'conjunction' })
    for (const number of numbers) {
      expect(withoutIntl.form(number)).toBe(rules.select(number))
      if (Number.isInteger(number)) expect(withoutIntl.whole(number)).toBe(whole.format(number))
    }
    for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a, b', '', 'c', 'd and e']])
      expect(withoutIntl.list(items)).toBe(list.format(items))
  })

  test('is spoken where no other language of the system is there', async () => {
    await chooseLanguage(['xx-XX', 'constructor'])
    expect(text.window.frame.product).toBe('SIP Gateway Bulk Sign-in')
    expect(text.window.table.status.failed).toBe('Failed')
  })

  test("is spoken where the program doesn't tell the system's languages, as Node 20 does not", async () => {
    const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
    onTestFinished(() => {
      if (navigator) Object.defineProperty(globalThis, 'navigator', navigator)
    })
    Reflect.deleteProperty(globalThis, 'navigator')
    await chooseLanguage()
    expect(text.window.table.status.failed).toBe('Failed')
  })
})

describe('a language', () => {
  test('counts, lists and tells times by its own rules', () => {
    const { withoutIntl: _, ...rest } = locale
    setLocale({ ...rest, tag: 'pl' })
    const phones = { one: 'telefon', few: 'telefony', other: 'telefonów' }
    expect([1, 3, 5, 22].map((number) => byNumber(number, phones))).toEqual([
      'telefon',
      'telefony',
      'telefonów',
      'telefony',
    ])
    expect(count(12_345)).toBe('12\u00a0345')
    expect(listOfAll(['a', 'b', 'c'])).toBe('a, b i c')
    expect(moment('2026-11-28T13:47:00Z')).toContain('lis')
    setLocale(locale)
    expect([plural(1, 'phone'), plural(12_345, 'phone')]).toEqual(['1 phone', '12,345 phones'])
    expect(listOfAll(['a', 'b', 'c'])).toBe('a, b and c')
  })

  test('is spoken at once by whoever kept a part of the words, and gives values back as they are', () => {
    const { status } = text.window.table
    speak(pseudoLanguage(english))

    expect(status.failed).toBe(pseudo('Failed'))
    expect(text.window.urls.urlOf('Poly', 'EMEA')).toBe(`${pseudo('URL for ')}Poly${pseudo(' in ')}EMEA`)
    expect(guideText.title).toBe(pseudo('User guide'))
    expect(duration(61_000)).toBe(`1 ${pseudo('min')} 1 ${pseudo('s')}`)
    speak(english)
    expect(status.failed).toBe('Failed')
  })

  test('is spoken by what is loaded after it was chosen', () => {
    speak(pseudoLanguage(english))
    const late = part('window.history', copyOf(english.words.window.history))
    expect(late.title).toBe(pseudo('History'))
    // Those of the app are the ones that follow again.
    part('window.history', text.window.history)
    speak(english)
    expect(text.window.history.title).toBe('History')
  })
})

describe('what a language lacks', () => {
  test('is told by name: a text that is missing, one that is still English, and one that is none any more', () => {
    const whole = pseudoLanguage(english)
    const { report, ...others } = whole.words
    const { title, ...guideWords } = whole.guide
    const status = {
      ...whole.words.window.table.status,
      'signed in': english.words.window.table.status['signed in'],
      odd: 'Odd',
    }
    const table = { ...whole.words.window.table, status }
    const window = { ...whole.words.window, table }
    expect(lackedBy({ words: { ...others, window }, guide: guideWords }, english)).toEqual([
      'words.report: is missing',
      'words.window.table.status.signed in: is still English',
      'words.window.table.status.odd: is no text of English',
      'guide.title: is missing',
    ])
  })

  test('is nothing, in every language that there is', async () => {
    expect(lackedBy(pseudoLanguage(english), english)).toEqual([])
    for (const [tag, load] of languages) expect(lackedBy((await load()).language, english), tag).toEqual([])
  })
})
