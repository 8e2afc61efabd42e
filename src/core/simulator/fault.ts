/** Something that goes wrong with one call. */
export type Fault =
  /** 429. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds?: number }
  /** With `done`, the service carries out the request nevertheless. */
  | {
      readonly kind: 'error'
      readonly status: 403 | 500 | 503
      readonly retryAfterSeconds?: number
      readonly done?: true
      /** The service's words, unless the simulator's own. */
      readonly message?: string
    }
  /** The service carries out the request at once. Its answer comes `ms` later, by the simulator's `sleep`. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection breaks before the service sees anything. */
  | { readonly kind: 'reset' }
  /** The service carries out the request, and the connection breaks instead of an answer. */
  | { readonly kind: 'lost-answer' }
  /** The service carries out the request, and the answer breaks off in the middle. */
  | { readonly kind: 'cut-body' }
  /** The service carries out the request, and answers with something other than JSON. */
  | { readonly kind: 'wrong-json' }
  /** The service carries out the request, and answers with JSON of another shape. */
  | { readonly kind: 'wrong-shape' }
  /** A captive portal answers with its page and status 200. The service sees nothing. */
  | { readonly kind: 'html' }
  /** A proxy answers in the service's place. With `done`, the service has carried out the request before. */
  | {
      readonly kind: 'proxy'
      readonly status: number
      /** A page, nothing, or what a gateway says in JSON or as plain text, in words that the service could use. */
      readonly says: 'page' | 'nothing' | 'json' | 'text'
      readonly done?: true
    }
  /** The answer calls a completed batch something else. */
  | { readonly kind: 'end-word'; readonly word: string }
  /** The batch history gives every batch this number of phones. */
  | { readonly kind: 'other-count'; readonly count: number }
  /** The history shows no batch at all; any other list is empty, too. */
  | { readonly kind: 'empty-history' }
  /** Every item of a list lacks this key (as the simulator writes it). */
  | { readonly kind: 'without-key'; readonly key: string }
  /** Every item of a list has another value for this key. */
  | { readonly kind: 'other-value'; readonly key: string; readonly value: unknown }
  /** 401, whatever the token. */
  | { readonly kind: 'expired-token' }

export type FaultyCall = {
  readonly method: string
  /** Without its query. */
  readonly path: string
  /** Counts the calls of this method and path, from 1. */
  readonly nth: number
}

/** Which fault, if any, meets a call. */
export type Faults = (call: FaultyCall) => Fault | undefined
