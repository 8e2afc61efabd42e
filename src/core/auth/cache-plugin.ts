import type { ICachePlugin } from '@azure/msal-node'
import type { CacheEntry } from './cache-document.ts'
import type { TokenCache } from './token-cache.ts'

/**
 * MSAL's view of one entry of the cache. What it changes is stored, unless the entry was removed or replaced
 * meanwhile: a renewal that was under way must not bring back an account that has signed out.
 */
export function cachePlugin(cache: TokenCache, entry: CacheEntry): ICachePlugin {
  let current: CacheEntry | undefined = entry
  let content = entry.content
  return {
    async beforeCacheAccess({ tokenCache }) {
      tokenCache.deserialize(content)
    },
    async afterCacheAccess({ cacheHasChanged, tokenCache }) {
      if (!cacheHasChanged) return
      content = tokenCache.serialize()
      current = current && (await cache.replace(current, { ...current, content }))
    },
  }
}
