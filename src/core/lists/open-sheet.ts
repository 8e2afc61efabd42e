import type { GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { readCertain } from '../../shared/phones/parse.ts'
import type { Sheet } from '../../shared/phones/sheet.ts'
import type { Result } from '../../shared/result.ts'
import { openSource } from './open-source.ts'
import { readSource } from './read-source.ts'

/** Reads a file as a phone list for somebody who cannot be asked about its columns; see `readCertain`. */
export const openSheet = async (path: string): Promise<Result<Sheet, Issue>> =>
  certain(await openSource(path))

/** The same with the bytes of a file. */
export const readSheet = async (name: string, bytes: Uint8Array): Promise<Result<Sheet, Issue>> =>
  certain(await readSource(name, bytes))

const certain = (source: Result<GridSource, Issue>): Result<Sheet, Issue> =>
  source.ok ? readCertain(source.value) : source
