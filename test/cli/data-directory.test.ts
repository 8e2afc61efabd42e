import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { defaultDataDirectory } from '../../src/cli/data-directory.ts'

test.each([
  ['linux', 'XDG_CONFIG_HOME'],
  ['win32', 'APPDATA'],
] as const)('on %s the folder of the app is nowhere else for an empty %s', (platform, variable) => {
  const usual = defaultDataDirectory(platform, {})
  expect(usual?.startsWith(homedir())).toBe(true)
  expect(defaultDataDirectory(platform, { [variable]: '' })).toBe(usual)
})
