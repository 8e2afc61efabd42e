import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { mostRecentLists, type RecentList } from '../../shared/phones/recent-list.ts'
import { harmless } from '../../shared/text/harmless.ts'
import type { Settings } from './settings.ts'

/** The lists that were opened or saved last. Their paths stay here: the page gets an ID for each, and names to show. */
export type RecentLists = {
  shown(): readonly RecentList[]
  /** The path behind an ID; undefined for one that is not, or no longer, among them. */
  pathOf(id: string): string | undefined
  remember(path: string): void
  forgetAll(): void
}

export function recentLists(settings: Pick<Settings, 'recentPaths' | 'keepRecentPaths'>): RecentLists {
  return {
    shown: () =>
      settings.recentPaths().map((path) => ({
        id: idOf(path),
        name: harmless(basename(path)),
        folder: harmless(dirname(path)),
      })),
    pathOf: (id) => settings.recentPaths().find((path) => idOf(path) === id),
    remember(path) {
      const others = settings.recentPaths().filter((one) => one !== path)
      settings.keepRecentPaths([path, ...others].slice(0, mostRecentLists))
    },
    forgetAll: () => settings.keepRecentPaths([]),
  }
}

const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 24)
