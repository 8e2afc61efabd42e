/** The other process that watches a run of this folder, by what its lock says. */
export type LockHolder = {
  /** The number of the process. Where it was killed, another program may have been given it since. */
  readonly process: number
  /** The computer it runs on, as that calls itself; absent where it is this one. */
  readonly computer?: string
  /** ISO 8601. */
  readonly since: string
  /** The lock itself. */
  readonly file: string
}
