import { describe, expect, test } from 'vitest'
import { changelogSection } from './release/changelog-section.ts'
import { releaseNotes } from './release/notes.ts'

const changelog = `# Changelog

All notable changes.

## Unreleased

- Something new.

## [1.10.0] - 2026-12-01

Ten.

- A list
  ### not a heading of a version

### Fixed

- A fault.

## 1.1.0

One.

## 1.0.0
`

describe('the section of a version', () => {
  test('is all between its heading and the next one', () => {
    expect(changelogSection(changelog, '1.10.0')).toBe(
      'Ten.\n\n- A list\n  ### not a heading of a version\n\n### Fixed\n\n- A fault.',
    )
    expect(changelogSection(changelog, '1.1.0')).toBe('One.')
    expect(changelogSection(changelog, 'Unreleased')).toBe('- Something new.')
  })

  test('is found in a file of Windows, too', () => {
    expect(changelogSection(changelog.replaceAll('\n', '\r\n'), '1.1.0')).toBe('One.')
  })

  test.each(['1.0.0', '1.1', '1.10', '1.1.0.0', '2.0.0', '', 'Changelog'])('is none for %j', (version) => {
    expect(changelogSection(changelog, version)).toBeUndefined()
  })
})

describe('the notes of a release', () => {
  const of = { tag: 'v1.1.0', version: '1.1.0', changelog, files: [] }

  test('are the section of its version, and how to check a file', () => {
    expect(releaseNotes(of)).toMatchObject({
      ok: true,
      value: expect.stringMatching(/^One\.\n\n.*SHA256SUMS/s),
    })
  })

  test('say when files for Windows are not signed', () => {
    const notes = (...files: readonly string[]) => JSON.stringify(releaseNotes({ ...of, files }))
    expect(notes('app-setup-unsigned.exe', 'app.AppImage')).toContain('not signed')
    expect(notes('app-unsigned.msi')).toContain('not signed')
    expect(
      notes('app-setup.exe', 'app-setup.exe.blockmap', 'app-unsigned.AppImage', 'SHA256SUMS'),
    ).not.toContain('not signed')
  })

  test.each([
    ['v1.1.1', 'v1.1.0'],
    ['1.1.0', 'v1.1.0'],
    ['', 'v1.1.0'],
  ])('are none for the tag %j of the version 1.1.0', (tag, expected) => {
    expect(releaseNotes({ ...of, tag })).toMatchObject({
      ok: false,
      failure: expect.stringContaining(expected),
    })
  })

  test('are none for a version that the changelog says nothing of', () => {
    expect(releaseNotes({ ...of, tag: 'v1.0.0', version: '1.0.0' })).toMatchObject({
      ok: false,
      failure: expect.stringContaining('## 1.0.0'),
    })
  })

  test('of a draft are what has no version yet', () => {
    expect(releaseNotes({ ...of, tag: 'draft' })).toMatchObject({
      ok: true,
      value: expect.stringMatching(/^- Something new\./),
    })
    const released = changelog.replace('- Something new.', '')
    expect(releaseNotes({ ...of, tag: 'draft', changelog: released })).toMatchObject({
      ok: true,
      value: expect.stringMatching(/^One\./),
    })
  })
})
