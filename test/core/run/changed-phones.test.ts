import { describe, expect, test } from 'vitest'
import type { BatchItem } from '../../../src/core/gateway/gateway.ts'
import { phoneKey } from '../../../src/core/run/batch-phones.ts'
import { changedPhones, phonesByKey } from '../../../src/core/run/changed-phones.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { hardwareIdOf, startedWith, stateOf } from '../../support/run-samples.ts'

const open: RunHappening = { type: 'BatchSubmitted', batch: 0, batchId: 'b-1' }
const stateAfter = (...happenings: readonly RunHappening[]) => stateOf(startedWith(2), open, ...happenings)
const changed = (state: RunState, items: readonly BatchItem[]) =>
  changedPhones(state, phonesByKey(state, 0), items)
const item = (index: number, status: string, error?: string) => ({
  userName: `phone${index}@contoso.com`,
  hardwareId: hardwareIdOf(index),
  status,
  error,
})
const signedIn: RunHappening = {
  type: 'PhonesReported',
  batch: 0,
  phones: [{ phone: 0, status: 'signed in', said: 'success' }],
}

describe('what changed in a batch', () => {
  test('reads success and failed without regard to case, and anything else as in progress', () => {
    expect(changed(stateAfter(), [item(0, 'SUCCESS'), item(1, 'Failed', 'Device is offline.')])).toEqual([
      { phone: 0, status: 'signed in', said: 'SUCCESS' },
      { phone: 1, status: 'failed', said: 'Failed', error: 'Device is offline.' },
    ])
    expect(changed(stateAfter(), [item(0, 'warmingUp')])).toEqual([
      { phone: 0, status: 'signing in', said: 'warmingUp' },
    ])
  })

  test('says nothing of a phone that is as it was', () => {
    expect(changed(stateAfter(signedIn), [item(0, 'success')])).toEqual([])
  })

  test('knows a phone by hardware ID and username, however the service writes them', () => {
    const other = { ...item(0, 'success'), userName: 'PHONE0@CONTOSO.COM', hardwareId: '0004f2000000' }
    expect(changed(stateAfter(), [other])).toMatchObject([{ phone: 0 }])
  })

  test.each(['00:04:F2:00:00:00', '0004.f200.0000'])(
    'knows a phone whose hardware ID is written %s',
    (hardwareId) => {
      const other = { ...item(0, 'success'), hardwareId }
      expect(changed(stateAfter(), [other])).toMatchObject([{ phone: 0 }])
    },
  )

  test('tells the ports of one adapter apart, however the service writes them', () => {
    const [first, second] = ['001', '002'].map((port) => ({
      userName: 'a@contoso.com',
      hardwareId: `00-04-F2-00-00-00:${port}`,
    }))
    if (!first || !second) throw new Error('There are two')
    expect(phoneKey(first)).not.toBe(phoneKey(second))
    expect(phoneKey({ ...second, hardwareId: '00:04:f2:00:00:00:002' })).toBe(phoneKey(second))
  })

  test('passes over an item nobody asked for, and one whose account is on another device', () => {
    const stranger = { ...item(0, 'success'), userName: 'stranger@contoso.com' }
    const swapped = { ...item(0, 'success'), hardwareId: hardwareIdOf(1) }
    expect(changed(stateAfter(), [stranger, swapped])).toEqual([])
  })

  test('does not let a final status go back to one in progress', () => {
    expect(changed(stateAfter(signedIn), [item(0, 'inProgress')])).toEqual([])
  })

  test('lets the last of several items for one phone count', () => {
    expect(changed(stateAfter(), [item(0, 'inProgress'), item(0, 'success')])).toEqual([
      { phone: 0, status: 'signed in', said: 'success' },
    ])
  })
})
