import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { openSource } from '../core/lists/open-source.ts'
import type { Region } from '../shared/gateway/region.ts'
import { checkInTurn } from '../shared/phones/check.ts'
import { type ChosenLayout, chooseLayout } from '../shared/phones/choose-layout.ts'
import type { GridSource } from '../shared/phones/grid.ts'
import type { Issue } from '../shared/phones/issue.ts'
import type { ColumnRole } from '../shared/phones/layout.ts'
import { columnsUncertain } from '../shared/phones/parse.ts'
import type { ListInTurn } from '../shared/phones/phone-list.ts'
import { readList } from '../shared/phones/read-list.ts'
import { fail, type Result, succeed } from '../shared/result.ts'
import { text } from '../shared/text/index.ts'
import { sayColumns } from './say-columns.ts'

/** How a list is to be read, as far as the command line says it. */
export type ListOptions = {
  readonly region?: Region | undefined
  readonly columns?: ReadonlyMap<ColumnRole, string> | undefined
  readonly headerRow?: number | undefined
  readonly sheet?: string | undefined
}

/**
 * Opens and checks a phone list. A failure is the issue that says why the file is not a list. If it is not certain which
 * column is which, the issue names the options of this command that settle it.
 */
export async function openList(
  command: 'check' | 'run' | 'dhcp' | 'ready',
  path: string,
  { region, ...wishes }: ListOptions,
): Promise<Result<ListInTurn, Issue>> {
  // Threads that read would take longer to make than a short list to check.
  const source = await openSource(path, { stat: statSync, readFile: readFileSync })
  if (!source.ok) return source
  const chosen = chooseLayout(source.value, wishes)
  if (!chosen.ok) return chosen
  const { grid, choice, doubts } = chosen.value
  if (doubts.length > 0) return uncertain(command, path, source.value, chosen.value)
  const sheet = readList(grid, choice)
  return sheet.ok ? succeed(checkInTurn(sheet.value, region)) : sheet
}

function uncertain(
  command: string,
  path: string,
  source: GridSource,
  chosen: ChosenLayout,
): Result<never, Issue> {
  const { failure } = columnsUncertain(chosen.grid.name, chosen.doubts)
  const words = text.cli.list.sayColumns(`${command} ${basename(path)} ${sayColumns(source, chosen)}`)
  return fail({ ...failure, message: `${failure.message} ${words}` })
}
