/** Why something did not come about, as far as it can be told. */
export type NetworkFailure =
  | 'no-address'
  | 'no-name-server'
  | 'refused'
  | 'reset'
  | 'unreachable'
  | 'timed-out'
  | 'other'

export type Failed = { readonly kind: 'failed'; readonly why: NetworkFailure }

/** An answer to one HTTP request; no redirect is followed. Names of headers are in lower case. */
export type HttpAnswer = {
  readonly kind: 'answered'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Its first 4 kB. */
  readonly body: string
}

type Resolved = { readonly kind: 'resolved'; readonly addresses: readonly string[] }

/** Who vouches for the certificate of a host; `problem` where none of the public authorities does. */
export type Certificate = {
  readonly kind: 'certificate'
  readonly issuer: string
  readonly problem: string | undefined
}

/** What a check of the site saw from this computer. Nothing in it says yet what that means. */
export type SiteObservations = {
  /** The address from which this computer reaches the internet; undefined where there is no way by IPv4. */
  readonly ipv4: string | undefined
  /** The router on that way, as far as this computer's system tells it. */
  readonly defaultGateway: string | undefined
  readonly hasIpv6: boolean
  readonly nat64: Resolved | Failed
  readonly dns: Resolved | Failed
  /** `host:port` of the proxy that this computer uses for the gateway. */
  readonly proxy: string | undefined
  readonly portal: HttpAnswer | Failed
  readonly http: HttpAnswer | Failed
  /** The same through the proxy; absent without one. */
  readonly httpByProxy: HttpAnswer | Failed | undefined
  readonly tls: Certificate | Failed
  readonly signalling: readonly { readonly host: string; readonly came: 'open' | Failed }[]
  /** How far the clock of this computer is ahead of the time server's, in milliseconds. */
  readonly time: { readonly kind: 'offset'; readonly ms: number } | Failed
  /** The site's own time server, where that one was asked; undefined for one on the internet. */
  readonly timeServer: string | undefined
}
