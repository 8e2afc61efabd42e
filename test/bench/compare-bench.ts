import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Figure } from './figure.ts'
import { benchHistory, type OpenRepository } from './history-bench.ts'
import { benchMain } from './main-bench.ts'
import { median } from './median.ts'
import { benchMemory } from './memory-bench.ts'
import { benchReducer, type Reducer } from './reducer-bench.ts'
import { benchTerminal } from './terminal-bench.ts'
import { benchStart } from './window-bench.ts'

/** A figure of this version and of another one. `old` is undefined where that has nothing that can be measured so. */
export type Compared = Figure & { readonly old: number | undefined }

/** What can be measured of any version: of a folder with its sources and with what `npm run build` made of them. */
const benches: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  terminal: (folder) => benchTerminal(join(folder, 'out/cli/index.js')),
  main: benchMain,
  reducer: async (folder) => benchReducer(await moduleOf<Reducer>(folder, 'src/shared/run/reducer.ts')),
  history: async (folder) => {
    const path = 'src/core/run/run-repository.ts'
    const { createRunRepository } = await moduleOf<{ readonly createRunRepository: OpenRepository }>(
      folder,
      path,
    )
    return benchHistory(createRunRepository)
  },
  window: (folder) => benchStart(join(folder, 'out/renderer')),
  memory: (folder) => benchMemory(join(folder, 'out/cli/index.js')),
}

const rounds = 3

/**
 * Measures two folders in turns, so that both meet the same state of the machine, and answers medians. Rejects where something
 * of this version can't be measured, and tells on stderr why something of the other one can't.
 */
export async function benchBoth(folder: string, old: string): Promise<readonly Compared[]> {
  const compared: Compared[] = []
  for (const [name, bench] of Object.entries(benches)) {
    const ours: Figure[] = []
    const theirs: Figure[] = []
    let isMeasurable = true
    const measureOld = async (): Promise<void> => {
      if (!isMeasurable) return
      try {
        theirs.push(...(await bench(old)))
      } catch (error) {
        isMeasurable = false
        console.error(`Not measurable in ${old}: ${name}. ${(error as Error).message}`)
      }
    }
    for (let round = 0; round < rounds; round++) {
      if (round % 2 === 1) await measureOld()
      ours.push(...(await bench(folder)))
      if (round % 2 === 0) await measureOld()
    }
    const before = isMeasurable ? mediansOf(theirs) : []
    for (const figure of mediansOf(ours))
      compared.push({ ...figure, old: before.find((one) => one.name === figure.name)?.value })
  }
  return compared
}

/** One figure of each name. */
const mediansOf = (figures: readonly Figure[]): readonly Figure[] =>
  [...Map.groupBy(figures, ({ name }) => name).values()].flatMap((same) => {
    const [first] = same
    return first ? [{ ...first, value: median(same.map(({ value }) => value)) }] : []
  })

/** One line a figure, in columns. */
export function tableOf(compared: readonly Compared[]): string {
  const rows = [
    ['figure', 'limit', 'new', 'old', 'new/old'],
    ...compared.map(({ name, unit, limit, value, old }) => [
      `${name} (${unit})`,
      limit === null ? '' : rounded(limit),
      rounded(value),
      old === undefined ? 'not measurable' : rounded(old),
      old ? (value / old).toFixed(2) : '',
    ]),
  ]
  const widthOf = (column: number): number => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))
  const lineOf = ([name = '', ...figures]: readonly string[]): string =>
    [name.padEnd(widthOf(0)), ...figures.map((cell, index) => cell.padStart(widthOf(index + 1)))].join('  ')
  return rows.map(lineOf).join('\n')
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100)

const moduleOf = async <Module>(folder: string, path: string): Promise<Module> =>
  import(pathToFileURL(join(folder, path)).href)
