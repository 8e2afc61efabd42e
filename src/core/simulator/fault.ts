/** Something that goes wrong with one call. */
export type Fault =
  /** 429. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds?: number }
  /** With `done` the service has done what was asked for nevertheless. */
  | {
      readonly kind: 'error'
      readonly status: 403 | 500 | 503
      readonly retryAfterSeconds?: number
      readonly done?: true
      /** The service's words, unless the simulator's own. */
      readonly message?: string
    }
  /** The service does what was asked for at once; its answer comes `ms` later, by the simulator's `sleep`. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection breaks before the service sees anything. */
  | { readonly kind: 'reset' }
  /** The service does what was asked for, and the connection breaks instead of an answer. */
  | { readonly kind: 'lost-answer' }
  /** The service does what was asked for, and the answer breaks off in its middle. */
  | { readonly kind: 'cut-body' }
  /** The service does what was asked for, and answers with what is no JSON. */
  | { readonly kind: 'wrong-json' }
  /** The service does what was asked for, and answers with JSON of another shape. */
  | { readonly kind: 'wrong-shape' }
  /** A captive portal answers with its page, status 200; the service sees nothing. */
  | { readonly kind: 'html' }
  /** A proxy answers in the service's place; with `done` only after the service has done what was asked for. */
  | {
      readonly kind: 'proxy'
      readonly status: number
      /** A page, nothing, or what a gateway says in JSON or as plain text, in words that the service could use. */
      readonly says: 'page' | 'nothing' | 'json' | 'text'
      readonly done?: true
    }
  /** A batch that is completed is said to be something else. */
  | { readonly kind: 'end-word'; readonly word: string }
  /** The batch history gives every batch this number of phones. */
  | { readonly kind: 'other-count'; readonly count: number }
  /** The history shows no batch at all; any other list is empty, too. */
  | { readonly kind: 'empty-history' }
  /** A key, as the simulator writes it, is left out of everything that is listed. */
  | { readonly kind: 'without-key'; readonly key: string }
  /** Or has another value everywhere. */
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
