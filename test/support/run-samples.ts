import fc from 'fast-check'
import { regions } from '../../src/shared/gateway/region.ts'
import type { PhoneList } from '../../src/shared/phones/phone-list.ts'
import type { RunEvent, RunHappening } from '../../src/shared/run/events.ts'
import { planRun, type RunPlan } from '../../src/shared/run/plan.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'

const hex = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase()

export const hardwareIdOf = (index: number): string =>
  `00-04-F2-${hex(index >> 16)}-${hex((index >> 8) & 255)}-${hex(index & 255)}`

/** A list of good phones, one region or all three in turn. */
export function phoneListOf(size: number, region?: (typeof regions)[number]): PhoneList {
  return {
    name: 'phones.csv',
    issues: [],
    rows: Array.from({ length: size }, (_, index) => ({
      row: index + 2,
      username: `phone${index}@contoso.com`,
      hardwareId: hardwareIdOf(index),
      region: region ?? regions[index % regions.length],
      status: 'ready',
    })),
  }
}

/** Any list: rows with errors and rows without a region among the good ones. */
export const anyPhoneList: fc.Arbitrary<PhoneList> = fc
  .array(
    fc.record({
      region: fc.option(fc.constantFrom(...regions), { nil: undefined }),
      status: fc.constantFrom('ready' as const, 'ready' as const, 'ready' as const, 'error' as const),
    }),
    { maxLength: 450 },
  )
  .map((rows) => ({
    name: 'phones.csv',
    issues: [],
    rows: rows.map(({ region, status }, index) => ({
      row: index + 2,
      username: `phone${index}@contoso.com`,
      hardwareId: hardwareIdOf(index),
      region,
      status,
    })),
  }))

export const tenant = {
  id: '11111111-2222-4333-8444-555555555555',
  name: 'Contoso',
  domain: 'contoso.com',
  simulated: false,
}

export const operator = { username: 'admin@contoso.com' }

export function runStarted(plan: RunPlan): RunHappening {
  return {
    type: 'RunStarted',
    format: 2,
    runId: '20260302-090000-abcdef',
    appVersion: '0.1.0',
    tenant,
    operator,
    listName: 'phones.csv',
    ...plan,
  }
}

/** Numbers and dates happenings a second apart. */
export function eventsOf(...happenings: readonly RunHappening[]): readonly RunEvent[] {
  return happenings.map((happening, index) => ({
    seq: index + 1,
    at: new Date(Date.parse('2026-03-02T09:00:00Z') + index * 1000).toISOString(),
    ...happening,
  }))
}

/** How a run stands after what happened, its start included. */
export function stateOf(...happenings: readonly RunHappening[]): RunState {
  const state = replay(eventsOf(...happenings))
  if (!state) throw new Error('A run begins with RunStarted')
  return state
}

export const startedWith = (size: number): RunHappening => runStarted(planRun(phoneListOf(size, 'NOAM')))
