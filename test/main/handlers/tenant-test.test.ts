import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { TenantReads } from '../../../src/core/gateway/tenant-reads.ts'
import type { TenantSession } from '../../../src/core/session/tenant-session.ts'
import { createTenantTest } from '../../../src/main/handlers/tenant-test.ts'
import { checkIds } from '../../../src/shared/doctor/report.ts'
import { reportAsText } from '../../../src/shared/doctor/report-as-text.ts'
import { fail } from '../../../src/shared/result.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const tenant = { id: '11111111-2222-3333-4444-555555555555', name: 'Contoso', simulated: false }

/** Every read is refused for want of rights, after `held`. */
function reads(held: Promise<void> = Promise.resolve()) {
  let asked = 0
  const denied = async () => {
    asked++
    await held
    const failure = { kind: 'denied', why: { code: 'written', sentence: 'No.' }, correlationId: 'c' } as const
    return { ms: 1, status: 403, correlationId: 'c', answer: fail(failure) }
  }
  const all: TenantReads = {
    ...{ routing: denied, tenant: denied, batchHistory: denied },
    ...{ batch: denied, policies: denied, account: denied },
  }
  return { all, asked: () => asked }
}

function testOf(session: Partial<TenantSession> | undefined, file?: string) {
  return createTenantTest({
    sessions: { current: () => session as TenantSession | undefined },
    dialogs: { saveText: async () => file },
    appVersion: '0.1.0',
    now: () => 0,
  })
}

const operator = { username: 'ada@contoso.com' }

test('answers with the report, and keeps it for the diagnostics', async () => {
  const tenantTest = testOf({ tenant, operator, reads: reads().all })
  expect(tenantTest.last()).toBeUndefined()
  const answer = await tenantTest.handlers['tenant-test:run'](undefined)
  expect(answer).toMatchObject({ ok: true, value: { tenantId: tenant.id } })
  expect(tenantTest.last()?.checks.map(({ id }) => id)).toEqual(checkIds)
})

test('a second click joins the test that is under way', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { all, asked } = reads(promise)
  const { handlers } = testOf({ tenant, operator, reads: all })
  const both = [handlers['tenant-test:run'](undefined), handlers['tenant-test:run'](undefined)]
  resolve()
  const [one, other] = await Promise.all(both)
  expect(one).toEqual(other)
  // All but the latest batch, which cannot be known.
  expect(asked()).toBe(checkIds.length - 1)
})

test('is for whoever is signed in', async () => {
  const { handlers } = testOf(undefined)
  expect(await handlers['tenant-test:run'](undefined)).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(await handlers['tenant-test:save'](undefined)).toMatchObject({ failure: { kind: 'bad-request' } })
})

test('saves the report as the text that is copied', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenant-test-'))
  onTestFinished(() => removeFolder(folder))
  const file = join(folder, 'report.txt')
  const tenantTest = testOf({ tenant, operator, reads: reads().all }, file)
  await tenantTest.handlers['tenant-test:run'](undefined)
  expect(await tenantTest.handlers['tenant-test:save'](undefined)).toEqual({ ok: true, value: file })
  const last = tenantTest.last()
  expect(last && (await readFile(file, 'utf8'))).toBe(last && `${reportAsText(last)}\n`)
})
