import { expect, test } from 'vitest'
import { guide } from '../../../src/shared/guide/guide.ts'
import { searchGuide } from '../../../src/shared/guide/search-guide.ts'

test('finds all words in any case and order, with the chapter and the words around them', () => {
  const found = searchGuide(guide, 'PASSWORD reset')
  expect(found.length).toBeGreaterThan(0)
  for (const { title, before, match, after } of found) {
    const words = `${title} ${before}${match}${after}`.toLowerCase()
    expect(['password', 'reset']).toContain(match.toLowerCase() || 'password')
    expect(words).toMatch(/password|reset/)
  }
})

test('names the block that has it, and shows it without its marks', () => {
  const chapters = [
    {
      id: 'results',
      title: 'Results',
      blocks: ['First.', { kind: 'list', items: ['Select **Export results** to save.', 'Other.'] }],
    },
  ] as const
  expect(searchGuide(chapters, 'export')).toEqual([
    {
      chapter: 'results',
      title: 'Results',
      block: 1,
      before: 'Select ',
      match: 'Export',
      after: ' results to save.',
    },
  ])
})

test('finds nothing for nothing, and nothing that is not there', () => {
  expect(searchGuide(guide, '  ')).toEqual([])
  expect(searchGuide(guide, 'xylophone')).toEqual([])
})

test('shows the longest of several words: of "the journal" not an article', () => {
  const chapters = [
    { id: 'results', title: 'Results', blocks: ['The app writes the journal first.'] },
  ] as const
  expect(searchGuide(chapters, 'the journal')).toMatchObject([
    { before: 'The app writes the ', match: 'journal' },
  ])
})
