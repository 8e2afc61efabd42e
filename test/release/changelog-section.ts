/**
 * The text under the heading of a version in a changelog (`## 1.2.0`, `## [1.2.0] - 2026-11-21`), without the
 * heading; undefined when there is none or nothing under it.
 */
export function changelogSection(changelog: string, version: string): string | undefined {
  const [, ...sections] = changelog.replaceAll('\r\n', '\n').split(/^## /m)
  const section = sections.find((one) => versionOf(one) === version)
  return section?.slice(section.indexOf('\n')).trim() || undefined
}

const versionOf = (section: string): string | undefined => /^\[?([^\]\s]+)/.exec(section)?.[1]
