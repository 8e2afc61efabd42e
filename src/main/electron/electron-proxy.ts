import type { session } from 'electron'

/**
 * `host:port` of the proxy that the system uses for a URL, as Chromium finds it from system settings and PAC files.
 * Undefined if the request would go directly, or by a kind of proxy that a plain request cannot use.
 */
export const electronProxy =
  ({ fromPartition }: Pick<typeof session, 'fromPartition'>) =>
  async (url: string): Promise<string | undefined> => {
    const ways = await fromPartition('site-check', { cache: false }).resolveProxy(url)
    // As in a PAC file: `PROXY proxy.contoso.com:8080; DIRECT`.
    return /^\s*PROXY\s+([^\s;]+:\d+)/i.exec(ways)?.[1]
  }
