/** Why a run can't be resumed here, as its lock says. */
export type LockHolder = {
  /** ISO 8601. */
  readonly since: string
  /** The lock itself. */
  readonly file: string
} & (
  | {
      /** A process of this computer. */
      readonly kind: 'process'
      /** Its number. Where it was killed, another program may have been given it since. */
      readonly process: number
    }
  | {
      /**
       * `computer`: a process of one with another name. `environment`: of one that is called as this one is, where
       * numbers of processes are not those of here, as in a container. Whether it is alive cannot be told from here.
       */
      readonly kind: 'computer' | 'environment'
      readonly process: number
      /** As it calls itself. */
      readonly computer: string
    }
  | {
      readonly kind: 'unreadable'
      /** In the words of the file system. Missing where the file can be read, but is no lock. */
      readonly reason?: string
    }
)
