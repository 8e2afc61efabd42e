import { describe, expect, test } from 'vitest'
import { type Chunk, joinChunks } from '../bundling/join-chunks.ts'

const chunk = (name: string, bytes: number, imports: readonly string[] = [], isEntry = false): Chunk => ({
  ...{ fileName: `chunks/${name}.js`, moduleIds: [`${name}.ts`], bytes, isEntry },
  imports: imports.map((one) => `chunks/${one}.js`),
})

const start = chunk('start', 50_000)
const command = (name: string, ...imports: readonly string[]): Chunk =>
  chunk(name, 1000, ['start', ...imports], true)

const joined = (...chunks: readonly Chunk[]): Readonly<Record<string, string>> =>
  Object.fromEntries(joinChunks([start, ...chunks], start.fileName))

describe('the files of the terminal', () => {
  test('are fewer where a small one is needed by most commands: the start has it, too', () => {
    const commands = [command('run', 'words'), command('check', 'words'), command('urls')]
    expect(joined(chunk('words', 2000), ...commands)).toEqual({ 'start.ts': 'start', 'words.ts': 'start' })
  })

  test('stay apart where one is large and few need it', () => {
    const commands = [command('run', 'schemas'), command('check'), command('urls')]
    expect(joined(chunk('schemas', 200_000), ...commands)).toEqual({
      'start.ts': 'start',
      'schemas.ts': 'schemas',
    })
  })

  test('are one for two large ones that are only ever loaded together', () => {
    const commands = [command('run', 'list', 'check'), command('ready', 'list', 'check'), command('urls')]
    const names = joined(chunk('list', 90_000), chunk('check', 80_000, ['list']), ...commands)
    expect(names['list.ts']).toBe(names['check.ts'])
    expect(names['list.ts']).not.toBe('start')
  })

  test('never need each other in a circle: what needs a file that needs the start stays out of it', () => {
    const names = joined(
      chunk('one', 100, ['two']),
      command('two', 'three'),
      chunk('three', 100),
      command('run', 'one'),
    )
    expect(names).toEqual({ 'start.ts': 'start', 'three.ts': 'start', 'one.ts': 'one' })
  })
})
