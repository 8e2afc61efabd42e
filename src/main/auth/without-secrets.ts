/**
 * The text without anything that could open a door: tokens, codes, passwords. For every word that comes from
 * MSAL, the authority or the network before it gets into a log or a failure.
 */
export const withoutSecrets = (text: string): string =>
  patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text)

const removed = '[removed]'

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic|PoP)\s+[\w.~+/=-]+/gi, `$1 ${removed}`],
  // JSON, form bodies and queries: access_token, refresh_token, id_token, code, code_verifier, client_info, ...
  [
    /(["']?\b(?:\w+_)?(?:token|code|code_verifier|client_info|password|passwd|pwd|secret|assertion|nonce|state)\b["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s&"',;}]+)/gi,
    `$1${removed}`,
  ],
  // A JWT, also the torn beginning of one: base64url of `{"` begins with eyJ.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*)*/g, removed],
  // What Entra issues besides: codes and refresh tokens are base64url, far longer than any GUID.
  [/(?<![\w-])[\w-]{40,}(?![\w-])/g, removed],
]
