import { guardFormula } from '../../../shared/phones/formula.ts'

/** A cell of a copied table: on one line, without a tab, and nothing that a spreadsheet would run as a formula. */
export const copiedCell = (content: string): string => guardFormula(content.replaceAll(/\s+/g, ' ').trim())
