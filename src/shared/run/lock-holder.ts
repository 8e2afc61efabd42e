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
       * `computer`: a process of a computer with another name. `environment`: a process of a computer with this one's
       * name, but with other process numbers, as in a container. From here, we can't tell whether it is alive.
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
