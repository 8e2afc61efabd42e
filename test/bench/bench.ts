import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAnswers } from './answers-bench.ts'
import { benchCheck } from './check-bench.ts'
import { benchBoth, tableOf } from './compare-bench.ts'
import type { Figure } from './figure.ts'
import { benchHandover } from './handover-bench.ts'
import { benchHistory } from './history-bench.ts'
import { benchLongList } from './long-list-bench.ts'
import { benchMain } from './main-bench.ts'
import { benchMemory } from './memory-bench.ts'
import { benchReadiness } from './readiness-bench.ts'
import { benchReducer } from './reducer-bench.ts'
import { benchBatchSizes, benchRun } from './run-bench.ts'
import { benchSignIn } from './sign-in-bench.ts'
import { benchSubmit } from './submit-bench.ts'
import { benchTable } from './table-bench.ts'
import { benchTerminal } from './terminal-bench.ts'
import { benchWays } from './way-bench.ts'
import { benchWindow } from './window-bench.ts'

/**
 * One JSON line a figure on stdout; exit 1 when one is past its limit, which stderr names. With `--old DIR`, a table of the
 * figures that can be measured of a built checkout of another version, too, with those of that one beside.
 */
const { old } = parseArgs({ options: { old: { type: 'string' } } }).values
const figures = old === undefined ? await allFigures() : await bothFigures(resolve(old))
for (const { name, value, unit, limit } of figures) {
  if (limit === null || value <= limit) continue
  console.error(`Missed: ${name} is ${value} ${unit}, the limit is ${limit}.`)
  process.exitCode = 1
}

async function allFigures(): Promise<readonly Figure[]> {
  const figures = [
    ...(await benchTerminal()),
    ...(await benchMain()),
    ...(await benchCheck()),
    ...benchReducer(),
    ...(await benchSubmit()),
    ...(await benchHistory()),
    ...(await benchAnswers()),
    ...(await benchReadiness()),
    ...(await benchRun()),
    ...(await benchBatchSizes()),
    ...(await benchMemory()),
    ...(await benchHandover()),
    ...(await benchSignIn()),
    ...(await benchWays()),
    ...(await benchWindow()),
    ...(await benchTable()),
    ...(await benchLongList()),
  ]
  for (const figure of figures) console.log(JSON.stringify(figure))
  return figures
}

async function bothFigures(old: string): Promise<readonly Figure[]> {
  const compared = await benchBoth(resolve('.'), old)
  console.log(tableOf(compared))
  return compared
}
