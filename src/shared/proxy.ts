/** A proxy asks who uses it, and waits for the answer. */
export type ProxyQuestion = {
  /** Goes with the answer, so that nobody answers another question than was read. */
  readonly id: number
  /** `proxy.contoso.com:8080`. */
  readonly proxy: string
  /** What the proxy calls itself. */
  readonly realm: string
  /** Whether the password goes to the proxy as it is typed (RFC 7617). */
  readonly isBasic: boolean
  /** The name and the password given before were not taken. */
  readonly wasRefused: boolean
}

/** Without credentials: the person does not want to sign in. */
export type ProxyAnswer = {
  readonly id: number
  readonly credentials?: { readonly username: string; readonly password: string }
}
