import { expect, test, vi } from 'vitest'
import { withSavedFiles } from '../../../src/main/handlers/saved.ts'
import type { Handlers } from '../../../src/main/ipc/answer.ts'
import { succeed } from '../../../src/shared/result.ts'

function app(saves: string | undefined, reason = '') {
  const shell = { openPath: vi.fn(async () => reason), showItemInFolder: vi.fn() }
  const handlers = { 'run:export': () => succeed(saves), 'list:save': () => succeed(saves) }
  return { shell, ...withSavedFiles(handlers as unknown as Handlers, shell) }
}
const request = { runId: 'r', kind: 'results' } as const

test('opens what was saved here, and shows it in its folder', async () => {
  const { shell, ...handlers } = app('C:\\out\\results.csv')
  await handlers['run:export'](request)

  expect(await handlers['saved:open']({ file: 'C:\\out\\results.csv', how: 'open' })).toEqual(
    succeed(undefined),
  )
  expect(await handlers['saved:open']({ file: 'C:\\out\\results.csv', how: 'show' })).toEqual(
    succeed(undefined),
  )
  expect(shell.openPath.mock.calls).toEqual([['C:\\out\\results.csv']])
  expect(shell.showItemInFolder.mock.calls).toEqual([['C:\\out\\results.csv']])
})

test.each(['C:\\Windows\\System32\\cmd.exe', 'C:\\out\\RESULTS.csv', 'C:\\out\\..\\out\\results.csv', ''])(
  'touches no path that the page makes up: %j',
  async (file) => {
    const { shell, ...handlers } = app('C:\\out\\results.csv')
    await handlers['run:export'](request)
    for (const how of ['open', 'show'] as const)
      expect(await handlers['saved:open']({ file, how })).toMatchObject({
        ok: false,
        failure: { kind: 'file' },
      })
    expect(shell.openPath).not.toHaveBeenCalled()
    expect(shell.showItemInFolder).not.toHaveBeenCalled()
  },
)

test('a save that was cancelled leaves nothing to open', async () => {
  const { shell, ...handlers } = app(undefined)
  await handlers['run:export'](request)
  expect(await handlers['saved:open']({ file: 'undefined', how: 'open' })).toMatchObject({ ok: false })
  expect(shell.openPath).not.toHaveBeenCalled()
})

test.each(['fix.ps1', 'results.csv.exe', 'run.cmd', 'page.hta', 'results', 'results.csv.', 'a.lnk'])(
  'shows %s in its folder, but does not open it',
  async (name) => {
    const { shell, ...handlers } = app(`/home/admin/${name}`)
    await handlers['run:export'](request)
    const file = `/home/admin/${name}`
    expect(await handlers['saved:open']({ file, how: 'open' })).toMatchObject({ ok: false })
    expect(shell.openPath).not.toHaveBeenCalled()
    expect(await handlers['saved:open']({ file, how: 'show' })).toEqual(succeed(undefined))
  },
)

test('says why no program opened it', async () => {
  const { shell: _shell, ...handlers } = app('/home/admin/results.csv', 'No application is registered')
  await handlers['run:export'](request)
  expect(await handlers['saved:open']({ file: '/home/admin/results.csv', how: 'open' })).toMatchObject({
    failure: { message: expect.stringContaining('No application is registered') },
  })
})
