import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guidanceCatalogue } from '../../../src/shared/gateway/guidance.ts'
import { type Block, pictureNames } from '../../../src/shared/guide/chapter.ts'
import { guide } from '../../../src/shared/guide/guide.ts'
import { guideFiles } from '../../guide/markdown.ts'

const folder = resolve(import.meta.dirname, '../../../docs/guide')
const onDisk = (name: string): string => readFileSync(join(folder, name), 'utf8')
const markdown = readdirSync(folder).filter((name) => name.endsWith('.md'))

const blocksOf = <Kind extends string>(kind: Kind) =>
  guide
    .flatMap(({ blocks }) => blocks)
    .filter(
      (block): block is Extract<Exclude<Block, string>, { readonly kind: Kind }> =>
        typeof block !== 'string' && block.kind === kind,
    )

describe('docs/guide', () => {
  test('is what npm run guide writes, no file more and none less', () => {
    expect(markdown.sort()).toEqual([...guideFiles().keys()].sort())
    for (const [name, content] of guideFiles()) expect(onDisk(name), name).toBe(content)
  })

  test.each(guidanceCatalogue)(
    'has the message "$says" once, with its remedy beside it',
    ({ says, remedy }) => {
      const whole = markdown.map(onDisk).join('\n')
      const found = whole.split('\n').filter((line) => line.toLowerCase().includes(says.toLowerCase()))
      expect(whole.toLowerCase().split(says.toLowerCase())).toHaveLength(2)
      expect(found[0]).toContain(remedy)
    },
  )

  test('links only to files that are there', () => {
    for (const name of markdown)
      for (const [, target = ''] of onDisk(name).matchAll(/\]\((?!https:)([^)]+)\)/g))
        expect(existsSync(join(folder, target)), `${name}: ${target}`).toBe(true)
  })

  test('shows each picture once, and all together are small enough to carry along', () => {
    const files = readdirSync(join(folder, 'pictures'))
    expect(files.sort()).toEqual(pictureNames.map((name) => `${name}.png`).sort())
    expect(
      blocksOf('picture')
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...pictureNames].sort())
    const bytes = files.map((file) => statSync(join(folder, 'pictures', file)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_600_000)
  })
})

describe('the guide', () => {
  test('has each message of the catalogue in a row of its own, in the words that the app shows beside a phone', () => {
    const rows = blocksOf('table').flatMap((table) => table.rows)
    for (const { says, remedy } of guidanceCatalogue)
      expect(rows.filter(([first]) => first === `\`${says}\``)).toEqual([[`\`${says}\``, remedy]])
  })

  test('has as many cells in each row of a table as there are columns', () => {
    for (const { columns, rows } of blocksOf('table'))
      for (const row of rows) expect(row, row[0]).toHaveLength(columns.length)
  })

  test('says that the real service was never seen', () => {
    expect(JSON.stringify(guide.at(-1)?.blocks)).toContain(
      'No part of this app has been used in a real Microsoft tenant',
    )
  })
})
