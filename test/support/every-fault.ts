import type { Fault } from '../../src/main/simulator/fault.ts'

/** What can go wrong with a call, one of each; no delays, which need a clock. */
export const everyFault: readonly Fault[] = [
  { kind: 'throttled' },
  { kind: 'throttled', retryAfterSeconds: 120 },
  { kind: 'error', status: 500 },
  { kind: 'error', status: 500, done: true },
  { kind: 'error', status: 503, retryAfterSeconds: 30 },
  { kind: 'reset' },
  { kind: 'lost-answer' },
  { kind: 'cut-body' },
  { kind: 'wrong-json' },
  { kind: 'wrong-shape' },
  { kind: 'html' },
  { kind: 'proxy', status: 403, says: 'page', done: true },
  { kind: 'proxy', status: 403, says: 'nothing' },
  { kind: 'proxy', status: 404, says: 'page' },
  { kind: 'proxy', status: 404, says: 'nothing', done: true },
  { kind: 'end-word', word: 'PartiallyCompleted' },
  { kind: 'end-word', word: 'InProgress' },
  { kind: 'other-count', count: 0 },
  { kind: 'expired-token' },
]
