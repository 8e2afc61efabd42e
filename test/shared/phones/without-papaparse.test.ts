import { expect, test, vi } from 'vitest'

vi.mock('papaparse', () => {
  throw new Error('papaparse was loaded')
})

test('checking and mending need no CSV reader: the window checks as one types', async () => {
  await import('../../../src/shared/phones/check.ts')
  await import('../../../src/shared/phones/mend.ts')
  await expect(import('../../../src/shared/phones/parse.ts')).rejects.toThrow()
})
