import { accountCheckWords } from '../../../../shared/readiness/check-words.ts'
import type { JudgedAccount } from '../../../../shared/readiness/readiness.ts'

const known = new WeakMap<JudgedAccount, string>()

/** The first thing that keeps an account from being ready, and what to do, in a sentence; empty where it is ready. Told once an account. */
export function whyNotReady(account: JudgedAccount): string {
  const before = known.get(account)
  if (before !== undefined) return before
  const { status, checks } = account
  const first = status === 'ready' ? undefined : checks.find((check) => check.status === status)
  const words = first ? accountCheckWords(first) : ''
  known.set(account, words)
  return words
}
