import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { exploreSimulatedTenant } from '../../../src/core/session/simulated-session.ts'
import type { TenantSession } from '../../../src/core/session/tenant-session.ts'
import { readinessHandlers } from '../../../src/main/handlers/readiness.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const opened: TenantSession[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.end()))
})
const enter = async (): Promise<TenantSession> => {
  const session = await exploreSimulatedTenant({ userAgent: 'readiness-test/1.0', speed: 100 })
  opened.push(session)
  return session
}
const usernames = Array.from({ length: 100 }, (_, index) => `phone${index}@contoso.com`)

/** The handlers in a session that can change; `heard` runs at each word of progress. */
function handlersIn(first: TenantSession | undefined, heard: () => void = () => undefined, file?: string) {
  const at = { session: first }
  const progress: number[] = []
  const handlers = readinessHandlers({
    sessions: { current: () => at.session },
    dialogs: { saveText: async () => file },
    progress: ({ done }) => {
      progress.push(done)
      heard()
    },
  })
  return { at, progress, handlers }
}

test('what was read comes with the tenant it was read of, and how far it is meanwhile', async () => {
  const { handlers, progress } = handlersIn(await enter())
  const answer = await handlers['readiness:check']({ usernames, withTenant: true })
  if (!answer.ok) throw new Error(answer.failure.message)
  expect(answer.value.accounts).toHaveLength(100)
  expect(answer.value.tenant?.bulkSignIn).toEqual({ read: true, value: true })
  // The simulated tenant has accounts with defects, so that it can be tried.
  expect(answer.value.accounts.some(([, { number }]) => number.read && !number.value)).toBe(true)
  expect(progress.at(-1)).toBe(100)
})

test.each([
  ['is stopped', ({ handlers }: ReturnType<typeof handlersIn>) => void handlers['readiness:stop'](undefined)],
  [
    'the tenant is left',
    ({ at }: ReturnType<typeof handlersIn>) => {
      at.session = undefined
    },
  ],
])('where it %s, what was read by then is answered, and what was not is left open', async (_, end) => {
  const its = handlersIn(await enter(), () => end(its))
  const answer = await its.handlers['readiness:check']({ usernames, withTenant: true })
  if (!answer.ok) throw new Error(answer.failure.message)
  expect(answer.value.accounts.length).toBeLessThan(100)
  expect(answer.value.accounts.every(([, { exists }]) => exists.read)).toBe(true)
  expect(answer.value.tenant).toBeUndefined()
})

test('nobody is asked where nobody is signed in', async () => {
  const { handlers } = handlersIn(undefined)
  expect(await handlers['readiness:check']({ usernames, withTenant: true })).toMatchObject({
    failure: { kind: 'signed-out' },
  })
})

test('a script is saved as it is, where the operator says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readiness-'))
  onTestFinished(() => removeFolder(folder))
  const file = join(folder, 'fix-number.ps1')
  const { handlers } = handlersIn(undefined, undefined, file)
  const request = { file: 'fix-number.ps1', content: '\uFEFF# lines' } as const
  expect(await handlers['readiness:save'](request)).toEqual({ ok: true, value: file })
  expect(await readFile(file, 'utf8')).toBe('\uFEFF# lines')
  const cancelled = handlersIn(undefined).handlers
  expect(await cancelled['readiness:save'](request)).toEqual({ ok: true, value: undefined })
})
