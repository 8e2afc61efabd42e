import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from '../../src/shared/text/index.ts'
import { manyPhonesText } from '../e2e/support/example-lists.ts'
import { type Frames, watchFrames } from '../e2e/support/frame-watch.ts'
import { launchSimulated, type SimulatedDesk } from '../e2e/support/phones-desk.ts'
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
  const desk = await launchSimulated(60)
  try {
    await desk.openList(join(folder, name))
    await desk.table.chip('ready', size).waitFor()
    return [
      ...figuresOf('scrolling', await framesOf(desk, scroll), 300),
      // The whole list goes to main, and comes back as a run.
      ...figuresOf('starting', await framesOf(desk, start), 600),
      // Other programs hold up a task now and then in half a minute.
      ...figuresOf('signing in', await framesOf(desk, untilEnd), 900),
    ]
  } finally {
    await desk.app.close()
    await removeFolder(folder)
  }
}

async function framesOf(
  desk: SimulatedDesk,
  work: (desk: SimulatedDesk) => Promise<unknown>,
): Promise<Frames> {
  const end = await watchFrames(desk.page)
  await work(desk)
  return end()
}

async function scroll({ page, table }: SimulatedDesk): Promise<void> {
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

async function start(desk: SimulatedDesk): Promise<void> {
  await desk.signIn(size)
  await desk.strip.waitFor()
}

const untilEnd = (desk: SimulatedDesk): Promise<void> =>
  desk.strip.getByRole('button', { name: text.window.run.strip.failedFirst }).waitFor({ timeout: 300_000 })

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
