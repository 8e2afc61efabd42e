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

test('a script is made of what main has read of the accounts, and saved where the operator says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readiness-'))
  onTestFinished(() => removeFolder(folder))
  const file = join(folder, 'fix-number.ps1')
  const { handlers, at } = handlersIn(await enter(), undefined, file)
  const request = { file: 'fix-number.ps1', usernames: [...usernames, 'evil@contoso.com'] } as const
  expect(await handlers['readiness:save'](request)).toMatchObject({
    ok: false,
    failure: { kind: 'bad-request' },
  })

  const answer = await handlers['readiness:check']({ usernames, withTenant: true })
  if (!answer.ok) throw new Error(answer.failure.message)
  expect(await handlers['readiness:save'](request)).toEqual({ ok: true, value: file })
  const script = await readFile(file, 'utf8')
  const named = script.match(/^ {2}'phone\d+@contoso\.com'\r?$/gm) ?? []
  expect(named.length).toBeGreaterThan(0)
  expect(named.length).toBeLessThan(30)
  expect(script).not.toContain('evil')

  // What was read of one tenant goes into no script for another.
  at.session = await enter()
  expect(await handlers['readiness:save'](request)).toMatchObject({ ok: false })
})

test('nothing is written where the question is cancelled', async () => {
  const { handlers } = handlersIn(await enter())
  await handlers['readiness:check']({ usernames, withTenant: true })
  const saved = await handlers['readiness:save']({ file: 'fix-number.ps1', usernames })
  expect(saved).toEqual({ ok: true, value: undefined })
})
