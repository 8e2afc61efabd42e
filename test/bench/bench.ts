import { benchAnswers } from './answers-bench.ts'
import { benchCheck } from './check-bench.ts'
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

/** One JSON line a figure on stdout; exit 1 when one is past its limit, which stderr names. */
const figures: readonly Figure[] = [
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
for (const { name, value, unit, limit } of figures) {
  if (limit === null || value <= limit) continue
  console.error(`Missed: ${name} is ${value} ${unit}, the limit is ${limit}.`)
  process.exitCode = 1
}
