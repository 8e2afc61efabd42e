/** An answer of the service, before it is written to a connection. */
export type Reply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON with keys in camelCase. */
  readonly body: unknown
}

/** A refusal in the admin API's shape (MicrosoftTeams PowerShell module 7.7.0). */
export type Refusal = Reply & { readonly body: { readonly errorCode: string; readonly message: string } }

/** A refusal with this status, the service's code for it and a sentence. */
export function refusal(
  status: number,
  errorCode: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return { status, headers, body: { errorCode, message } }
}

/** How the keys of answers are written. We don't know which one the service uses on the wire. */
export type Casing = 'camel' | 'pascal'

/** The same JSON with its keys (given in camelCase) in the casing. */
export function inCasing(json: unknown, casing: Casing): unknown {
  if (casing === 'camel' || typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item) => inCasing(item, casing))
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      inCasing(value, casing),
    ]),
  )
}
