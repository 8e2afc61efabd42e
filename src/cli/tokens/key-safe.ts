/** Where the platform keeps a key for the person who is logged on: a keyring. */
export type KeySafe = {
  /** As people know it: `the keyring`. */
  readonly name: string
  /** undefined when it holds none. Rejects when it cannot be asked, most often with HelperTrouble. */
  load(): Promise<string | undefined>
  /** `key` in letters and digits. */
  save(key: string): Promise<void>
  forget(): Promise<void>
}

/** How the entry is called in a keyring, where people may come across it. */
export const entry = {
  application: 'sip-gateway-bulk-sign-in',
  purpose: 'terminal-key',
  label: 'SIP Gateway Bulk Sign-in (terminal)',
} as const
