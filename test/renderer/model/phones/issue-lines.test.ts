import { expect, test } from 'vitest'
import { issueLines } from '../../../../src/renderer/src/model/phones/issue-lines.ts'
import type { Issue } from '../../../../src/shared/phones/issue.ts'

const issueOf = (row: number, code: Issue['code']): Issue => ({
  severity: 'error',
  code,
  row,
  column: 'username',
  message: `Row ${row}: wrong.`,
})

test('many issues of one kind are one line that unfolds, few stand by themselves', () => {
  const missing = [2, 3, 4, 5, 6, 7].map((row) => issueOf(row, 'username-missing'))
  const issues = [...missing, issueOf(8, 'region-invalid'), issueOf(9, 'region-invalid')]
  const [group, ...others] = issueLines(issues, new Set())
  if (group?.kind !== 'group') throw new Error('No group')
  expect(group.group.issues).toEqual(missing)
  expect(others.map((line) => line.kind === 'issue' && line.issue.row)).toEqual([8, 9])
  expect(issueLines(issues, new Set([group.key]))).toHaveLength(9)
})
