import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../../src/main/updates/feed.ts'
import { plainLines, readRelease } from '../../../src/main/updates/read-release.ts'
import { withCpuTime } from '../../support/cpu-time.ts'

const github = readFeed({ provider: 'github', owner: 'contoso', repo: 'bulk-sign-in' })

describe('what is new', () => {
  test('is lines without marks, be it Markdown or the HTML of a feed of releases', () => {
    const lines = ['Fixed', 'A run is resumed & watched', 'Less <waiting>']

    expect(plainLines('## Fixed\n\n- A run is resumed & watched\n* Less <waiting\n>')).toEqual([
      'Fixed',
      'A run is resumed & watched',
      'Less',
    ])
    expect(
      plainLines(
        '<h2>Fixed</h2>\n<ul>\n<li>A <b>run</b> is resumed &amp; watched</li><li>Less &lt;waiting&gt;</li></ul>',
      ),
    ).toEqual(lines)
  })

  test('is short, whatever a feed holds, and nothing that a page could take for marks of its own', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.string({ maxLength: 2000 })),
        (notes) => {
          const lines = plainLines(notes.repeat(30))
          expect(lines.length).toBeLessThanOrEqual(12)
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(300)
            expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
            expect(line.isWellFormed()).toBe(true)
          }
        },
      ),
    )
  })

  test('takes no longer than it is long', () => {
    const { ms } = withCpuTime(() => {
      for (const piece of ['<', '<p', '&', '- ', '# # ', '<br <', ' ']) plainLines(piece.repeat(100_000))
    })
    expect(ms).toBeLessThan(1000)
  })
})

describe('the page of a version', () => {
  test('is that of its tag on GitHub', () => {
    expect(readRelease({ version: '0.2.0', tag: 'v0.2.0' }, github).page).toBe(
      'https://github.com/contoso/bulk-sign-in/releases/tag/v0.2.0',
    )
    expect(readRelease({ version: '0.2.0', tag: '../../../evil' }, github).page).toBe(
      'https://github.com/contoso/bulk-sign-in/releases/tag/..%2F..%2F..%2Fevil',
    )
    expect(readRelease({ version: '0.2.0', tag: 'v\ud800' }, github).page).toMatch(/\/tag\/v%EF%BF%BD$/)
  })

  test.each([
    ['https://updates.contoso.com/sip/', 'https://updates.contoso.com/sip/'],
    ['http://updates.contoso.com/', undefined],
    ['file:///C:/Windows/System32/calc.exe', undefined],
    ['https://user:password@contoso.com/', undefined],
    ['ms-settings:', undefined],
    ['', undefined],
  ])('elsewhere is the address of the feed, if it is one for a browser: %s', (url, page) => {
    expect(readRelease({ version: '0.2.0' }, readFeed({ provider: 'generic', url })).page).toBe(page)
  })
})

describe('app-update.yml', () => {
  test.each([
    [{ publisherName: ['CN=Contoso', ' '] }, ['CN=Contoso']],
    [{ publisherName: 'CN=Contoso' }, ['CN=Contoso']],
    [{ publisherName: null }, []],
    [{ publisherName: 1 }, []],
    [{ publisherName: '' }, []],
    [{}, []],
    [undefined, []],
    ['text', []],
  ])('%j names the publishers %j', (config, publishers) => {
    expect(readFeed(config).publishers).toEqual(publishers)
  })

  test.each([
    { provider: 'github', owner: 'a/b', repo: 'c' },
    { provider: 'github', owner: 'a', repo: 'c?d' },
    { provider: 'github', owner: 'a', repo: 'c', host: 'contoso.com' },
    { provider: 'github', owner: 'a' },
  ])('%j is no repository on GitHub', (config) => {
    expect(readFeed(config).provider).toBe('other')
  })
})
