/** What came of trying the encryption of the system with a text that is no secret. */
export type EncryptionCheck =
  | { readonly kind: 'not-tried' | 'works' | 'none' }
  /** Another text came back. */
  | { readonly kind: 'altered' }
  /** It encrypts, but with a key that everybody knows. */
  | { readonly kind: 'public-key' }
  | { readonly kind: 'failed'; readonly reason: string }
