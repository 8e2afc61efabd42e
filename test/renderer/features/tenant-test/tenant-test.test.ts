import { expect, test } from 'vitest'
import {
  saveReport,
  testTenant,
} from '../../../../src/renderer/src/features/tenant-test/tenant-test-actions.ts'
import { createAppStores } from '../../../../src/renderer/src/stores/app-stores.ts'
import { fail, succeed } from '../../../../src/shared/result.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { reportOf } from '../../../support/doctor-reports.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'

const report = reportOf('the-tenant')

test('a test is asked for once, and its result is kept and said', async () => {
  const bridge = fakeBridge({ 'tenant-test:run': () => succeed(report) })
  const stores = createAppStores(bridge)
  const first = testTenant(stores)
  expect(stores.tenantTest.getState().testing).toBe(true)
  await Promise.all([first, testTenant(stores)])
  expect(bridge.asked).toHaveLength(1)
  expect(stores.tenantTest.getState()).toEqual({ testing: false, report })
  expect(stores.live.getState().said).toContain(text.doctor.verdicts.expected.message)
})

test('a test that cannot be made is told, and the last report stays', async () => {
  const answers = [succeed(report), fail({ kind: 'signed-out' as const, message: 'Nobody.' })]
  const stores = createAppStores(fakeBridge({ 'tenant-test:run': () => answers.shift() as never }))
  await testTenant(stores)
  await testTenant(stores)
  expect(stores.tenantTest.getState()).toEqual({ testing: false, report })
  expect(stores.notices.getState()).toMatchObject([{ about: 'settings', message: 'Nobody.' }])
})

test.each([
  ['/home/report.txt', [{ about: 'export', intent: 'success' }]],
  [undefined, []],
])('saving to %s says where the report is, or nothing', async (file, notices) => {
  const stores = createAppStores(fakeBridge({ 'tenant-test:save': () => succeed(file) }))
  await saveReport(stores)
  expect(stores.notices.getState()).toMatchObject(notices)
})
