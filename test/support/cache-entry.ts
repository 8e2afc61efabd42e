import type { CacheEntry } from '../../src/core/auth/cache-document.ts'

/** A stored sign-in of `NAME@contoso.com`. */
export const cacheEntry = (name: string, content = '{}', tenantId = 'tenant'): CacheEntry => ({
  clientId: 'client',
  authorityHost: 'https://login.example',
  account: { id: `${name}@${tenantId}`, username: `${name}@contoso.com`, tenantId },
  content,
})
