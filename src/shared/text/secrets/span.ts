/** A part of a text that has to go: from `start` up to, but not including, `end`. */
export type Span = { readonly start: number; readonly end: number; readonly kind: 'token' | 'password' }
