import { expect, test, vi } from 'vitest'

vi.mock('papaparse', () => {
  throw new Error('papaparse was loaded')
})

test('checking and editing need no CSV reader: the window checks as one types', async () => {
  await import('../../../src/shared/phones/check.ts')
  await import('../../../src/shared/phones/edit-cell.ts')
  await expect(import('../../../src/shared/phones/parse.ts')).rejects.toThrow()
})
