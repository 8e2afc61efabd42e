import { z } from 'zod'
import { briefly } from '../../shared/text/briefly.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import type { Release } from '../../shared/updates.ts'
import type { Feed } from './feed.ts'

/** What a feed says of a version, cut down to what the window shows of it: the feed is not trusted with more. */
export function readRelease(info: unknown, feed: Feed): Release {
  const { version, releaseNotes, tag } = published.parse(info)
  const page = releasePage(feed, tag ?? `v${version}`)
  return { version, notes: plainLines(releaseNotes ?? ''), ...(page !== undefined && { page }) }
}

const published = z.object({
  version: z.string().max(100).transform(withoutSecrets),
  // A list only where all changelogs were asked for.
  releaseNotes: z.string().nullish().catch(undefined),
  tag: z.string().max(100).transform(withoutSecrets).optional().catch(undefined),
})

const longestNotes = 20_000
const mostLines = 12
const longestLine = 300

/** Markdown of a build's own notes, or HTML of GitHub's feed of releases. */
export function plainLines(notes: string): readonly string[] {
  return notes
    .slice(0, longestNotes)
    .replace(/<(?:br|\/?(?:p|li|h\d|ul|ol|div))\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|apos|nbsp|amp);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) =>
      line
        .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
        .replace(/^\s*(?:[-*#]+\s+)+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .slice(0, mostLines)
    .map((line) => briefly(line, line.length > longestLine ? longestLine - 1 : longestLine))
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' ',
  amp: '&',
}

function releasePage(feed: Feed, tag: string): string | undefined {
  if (feed.provider === 'github')
    return `https://github.com/${feed.owner}/${feed.repo}/releases/tag/${encodeURIComponent(tag.toWellFormed())}`
  const url = feed.url === undefined ? null : URL.parse(feed.url)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : undefined
}
