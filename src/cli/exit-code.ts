/** What scripts can rely on. 64, 70 and 74 are what sysexits.h calls a usage error, one of the program, and one of I/O. */
export const exitCode = {
  ok: 0,
  someFailed: 1,
  listRefused: 2,
  access: 3,
  resumable: 4,
  usage: 64,
  unexpected: 70,
  outputLost: 74,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Ends a command early; the message is for the operator. */
export class Stop extends Error {
  readonly exitCode: ExitCode

  constructor(code: ExitCode, message: string, remedy?: string) {
    super(remedy === undefined ? message : `${message} ${remedy}`)
    this.exitCode = code
  }
}
