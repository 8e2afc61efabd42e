import { z } from 'zod'

/** Where new versions are published, as electron-builder wrote it into app-update.yml; what else it says is left out. */
export type Feed =
  | { readonly provider: 'github'; readonly owner: string; readonly repo: string }
  | { readonly provider: 'other'; readonly url?: string }

/** Reads the content of app-update.yml. Never throws: a place nobody can make out has no page to show. */
export function readFeed(config: unknown): Feed & { readonly publishers: readonly string[] } {
  const { publisherName, ...read } = written.catch({ publisherName: [] }).parse(config)
  const publishers = [publisherName].flat().filter((name) => name.trim() !== '')
  const { provider, owner, repo, host = 'github.com', url } = read
  if (provider === 'github' && host === 'github.com' && owner !== undefined && repo !== undefined)
    return { provider, owner, repo, publishers }
  return { provider: 'other', ...(url !== undefined && { url }), publishers }
}

// As GitHub allows names of owners and repositories.
const name = z.string().regex(/^[\w.-]+$/)

const written = z.object({
  provider: z.string().optional().catch(undefined),
  owner: name.optional().catch(undefined),
  repo: name.optional().catch(undefined),
  host: z.string().optional().catch(''),
  url: z.string().optional().catch(undefined),
  publisherName: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((names) => names ?? [])
    .catch([]),
})
