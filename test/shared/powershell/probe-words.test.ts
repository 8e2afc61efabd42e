import { expect, test } from 'vitest'
import type { LoggingKind } from '../../../src/shared/powershell/module-facts.ts'
import type { ModuleProbe } from '../../../src/shared/powershell/probe.ts'
import { canBeUsed, probeNotices, probeWords } from '../../../src/shared/powershell/probe-words.ts'
import { text } from '../../../src/shared/text/index.ts'

const program = '/usr/bin/pwsh'
const found = (logging: readonly LoggingKind[] = [], simulated = false): ModuleProbe => ({
  ...{ kind: 'found', program, simulated, edition: 'core', version: '7.6.9', module: '7.9.0' },
  logging,
})
const { powershell } = text

test.each<[string, ModuleProbe, boolean, string, readonly string[]]>([
  ['is there', found(), true, powershell.found(program, '7.6.9', '7.9.0'), []],
  [
    'is there, and code and transcripts are kept',
    found(['scriptBlock', 'transcript']),
    true,
    powershell.found(program, '7.6.9', '7.9.0'),
    [powershell.logging.scriptBlock, powershell.logging.transcript],
  ],
  ['would have its tokens logged', found(['module', 'transcript']), false, powershell.troubles.logged, []],
  ['calls itself simulated', found(['transcript'], true), false, powershell.troubles.simulated, []],
  [
    'is not there',
    { kind: 'obstacle', obstacle: { code: 'no-host' } },
    false,
    powershell.obstacles['no-host'],
    [],
  ],
])('a module that %s', (_, probe, isUsable, words, notices) => {
  expect([canBeUsed(probe), probeWords(probe), probeNotices(probe)]).toEqual([isUsable, words, notices])
})
