import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from '../../src/shared/text/index.ts'
import { manyPhonesText } from '../e2e/support/example-lists.ts'
import { type Frames, watchFrames } from '../e2e/support/frame-watch.ts'
import { launchSimulated, type SimulatedWindow } from '../e2e/support/phones-window.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { Figure } from './figure.ts'

const size = 3000
const name = 'phones-3000.csv'

/**
 * How long the window keeps somebody waiting with 3,000 phones, in the built app: its longest task while the list is
 * scrolled, while the run starts and while it goes on, and the longest time from one frame to the next.
 */
export async function benchLongList(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'long-list-bench-'))
  await writeFile(join(folder, name), manyPhonesText(size, true))
  const ui = await launchSimulated(60)
  try {
    await ui.openList(join(folder, name))
    await ui.table.chip('ready', size).waitFor()
    return [
      ...figuresOf('scrolling', await framesOf(ui, scroll), 300),
      // The whole list goes to main, and comes back as a run.
      ...figuresOf('starting', await framesOf(ui, start), 600),
      // Other programs hold up a task now and then in half a minute.
      ...figuresOf('signing in', await framesOf(ui, untilEnd), 900),
    ]
  } finally {
    await ui.app.close()
    await removeFolder(folder)
  }
}

async function framesOf(
  ui: SimulatedWindow,
  work: (ui: SimulatedWindow) => Promise<unknown>,
): Promise<Frames> {
  const end = await watchFrames(ui.page)
  await work(ui)
  return end()
}

async function scroll({ page, table }: SimulatedWindow): Promise<void> {
  await table.grid.hover()
  for (const [rows, row] of [
    [1000, 1010],
    [10_000, size + 1],
    [-10_000, 2],
  ] as const) {
    await page.mouse.wheel(0, 32 * rows)
    await table.row(row).waitFor()
  }
}

async function start(ui: SimulatedWindow): Promise<void> {
  await ui.signIn(size)
  await ui.strip.waitFor()
}

const untilEnd = (ui: SimulatedWindow): Promise<void> =>
  ui.strip.getByRole('button', { name: text.window.run.strip.failedFirst }).waitFor({ timeout: 300_000 })

const figuresOf = (doing: string, { longTasks, longestGap }: Frames, limit: number): readonly Figure[] => [
  {
    name: `window: longest task, ${doing} 3,000 phones`,
    value: Math.max(0, ...longTasks),
    unit: 'ms',
    limit,
  },
  {
    name: `window: longest time between two frames, ${doing} 3,000 phones`,
    value: longestGap,
    unit: 'ms',
    limit: 2 * limit,
  },
]
