import { createEventLog, type EventLog } from '../../src/core/run/event-log.ts'

/** The log of a run that no disk keeps, and when it told the result of each phone: by hardware ID, in ms. */
export function logReports(now: () => number): {
  readonly log: EventLog
  readonly reportedAt: ReadonlyMap<string, number>
} {
  const reportedAt = new Map<string, number>()
  const log = createEventLog({
    journal: { file: 'memory', append: async () => {}, close: async () => {} },
    now,
    publish(event) {
      if (event.type !== 'PhonesReported') return
      for (const { phone, status } of event.phones) {
        const hardwareId = log.state()?.phones[phone]?.hardwareId
        if (hardwareId && status !== 'signing in') reportedAt.set(hardwareId, Date.parse(event.at))
      }
    },
  })
  return { log, reportedAt }
}
