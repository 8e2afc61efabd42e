/** Another computer that watches a run of this folder, by what its lock says. */
export type LockHolder = {
  /** Its name, as it calls itself. */
  readonly computer: string
  /** ISO 8601. */
  readonly since: string
  /** The lock itself. */
  readonly file: string
}
