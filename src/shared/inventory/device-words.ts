import { text } from '../text/index.ts'
import { moment } from '../text/moment.ts'
import { roughly } from '../text/roughly.ts'
import type { JudgedDevice } from './judge-device.ts'

/** The sentence about a phone in the inventory. A name in it comes from there, as it is. `now` in ms since the epoch. */
export function deviceWords({ finding }: Pick<JudgedDevice, 'finding'>, now: number): string {
  const words = text.readiness.inventory
  switch (finding.kind) {
    case 'in-time':
      return words.inTime[finding.since](
        moment(finding.deadline),
        roughly(Math.max(0, Date.parse(finding.deadline) - now)),
      )
    case 'late':
      return words.late[finding.since](moment(finding.deadline))
    case 'in-use':
      return finding.user === undefined ? words.inUseUnnamed : words.inUse(finding.user)
    case 'in-use-same':
      return words.inUseSame
    case 'not-listed':
      return words.notListed
    case 'unread':
      return text.readiness.unread(words.what, words.why[finding.why])
  }
}
