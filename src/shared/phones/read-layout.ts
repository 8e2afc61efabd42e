import type { Result } from '../result.ts'
import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import { countNamed, isProvisioningTemplate } from './header.ts'
import type { Issue } from './issue.ts'
import type { Layout } from './layout.ts'
import { layoutByContent } from './layout-by-content.ts'
import { layoutByName } from './layout-by-name.ts'
import { refuse } from './refuse.ts'

/**
 * Recognises the columns by the first row that is not blank (`row`): by their names, or by what it holds
 * where it names none. Where that leaves open which column is meant, the file is refused: the wrong one
 * would reset the passwords of the wrong accounts.
 */
export function readLayout(file: string, row: number, cells: readonly string[]): Result<Layout, Issue> {
  const firstRow = cells.map(cleanCell)
  if (isProvisioningTemplate(firstRow)) {
    return refuse('file-template-provisioning', text.check.templateProvisioning({ file }))
  }
  return layoutByContent(file, row, firstRow) ?? layoutByName(file, row, firstRow)
}

/** How many of the columns a first row lets recognise: what tells the right delimiter from the others. */
export function countRecognised(cells: readonly string[]): number {
  const firstRow = cells.map(cleanCell)
  return layoutByContent('', 1, firstRow) ? 2 : countNamed(firstRow)
}
