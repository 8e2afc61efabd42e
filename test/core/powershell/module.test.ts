import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { loadModule } from '../../../src/core/powershell/module.ts'
import type { Obstacle } from '../../../src/shared/powershell/trouble.ts'
import { obstacleWords } from '../../../src/shared/powershell/trouble-words.ts'
import { here, testWith } from '../../support/here.ts'
import { removeFolder } from '../../support/remove-folder.ts'

/** A PowerShell of these answers: to hello, and to load. Whatever is text is said without being asked, and ends it. */
type Answers = { readonly hello?: object; readonly load?: object; readonly says?: string }

/** Answers as the bridge script does, by lines. */
const stand = (answers: Answers): string => `#!${process.execPath}
const { hello, load, says } = ${JSON.stringify(answers)}
if (says !== undefined) { console.error(says); process.exit(1) }
let nonce
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const asked = JSON.parse(line)
  if (asked.nonce) { nonce = asked.nonce; return }
  const value = asked.op === 'hello' ? hello : load
  const answer = value.error ? { ok: false, error: value.error } : { ok: true, value }
  console.log(nonce + ' ' + JSON.stringify({ id: asked.id, ...answer }))
})
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'module-'))
})
afterAll(() => removeFolder(folder))

const quiet = { module: false, scriptBlock: false, transcript: false }
const hello = (more: object = {}) => ({
  ...{ version: '7.6.9', edition: 'Core', modules: ['7.9.0', '7.10.1'], policies: {}, logging: quiet },
  ...more,
})
const loaded = { version: '7.10.1', missing: [], simulated: false }

async function loading(answers: Answers | undefined, version?: string) {
  const program = join(folder, 'pwsh')
  if (answers) {
    await writeFile(program, stand(answers))
    await chmod(program, 0o755)
  }
  const outcome = await loadModule({
    ...{ script: 'bridge.ps1', program: answers ? program : join(folder, 'none'), version },
    ...{ leastVersion: '6.0.0', clock: systemClock, chatter: () => undefined },
  })
  if (outcome.ok) await outcome.value.end()
  return outcome
}

const broken = { error: { message: 'Could not load file or assembly' } }
const obstacles: readonly (readonly [Answers | undefined, Partial<Obstacle>, string, version?: string])[] = [
  [undefined, { code: 'not-started' }, 'ENOENT'],
  [
    { says: 'SipGatewayBridge language mode ConstrainedLanguage' },
    { code: 'constrained', mode: 'ConstrainedLanguage' },
    'allow bridge.ps1',
  ],
  [
    { says: 'bridge.ps1 kann nicht geladen werden. PSSecurityException, UnauthorizedAccess' },
    { code: 'script-blocked' },
    'trust the publisher',
  ],
  [{ says: 'Segmentation fault' }, { code: 'silent' }, 'Start it by hand'],
  [{ hello: hello({ version: '7.1.5' }) }, { code: 'old-host', version: '7.1.5' }, '7.2 or later'],
  [
    { hello: hello({ modules: [] }) },
    { code: 'no-module', edition: 'core' },
    'Install-PSResource MicrosoftTeams',
  ],
  [
    { hello: hello({ modules: ['5.9.0', '4.2.0'] }) },
    { code: 'old-module', version: '5.9.0', least: '6.0.0' },
    '6.0.0 or later is needed',
  ],
  [
    { hello: hello() },
    { code: 'no-such-version', wanted: '7.8.0', found: ['7.10.1', '7.9.0'] },
    'There is: 7.10.1, 7.9.0',
    '7.8.0',
  ],
  [
    { hello: hello(), load: broken },
    { code: 'not-loaded', version: '7.10.1', said: 'Could not load file or assembly' },
    'Import-Module MicrosoftTeams',
  ],
  [
    { hello: hello({ policies: { MachinePolicy: 'AllSigned', UserPolicy: 'Undefined' } }), load: broken },
    { code: 'not-loaded', policy: 'AllSigned' },
    'execution policy AllSigned',
  ],
  [
    { hello: hello(), load: { ...loaded, missing: ['Get-CsTenant'] } },
    { code: 'not-loaded', said: 'Get-CsTenant' },
    'Get-CsTenant',
  ],
]

describe('a PowerShell of no use is an obstacle with what to do', () => {
  for (const [answers, obstacle, words, version] of obstacles)
    testWith(here.scripts)(`${obstacle.code}: ${words}`, async () => {
      const outcome = await loading(answers, version)
      expect(outcome).toMatchObject({ ok: false, failure: obstacle })
      if (!outcome.ok) expect(obstacleWords(outcome.failure)).toContain(words)
    })
})

testWith(here.scripts)('the highest version of the module is loaded, or the one that is named', async () => {
  const asHighest = await loading({ hello: hello(), load: loaded })
  expect(asHighest).toMatchObject({ ok: true, value: { version: '7.10.1', host: { edition: 'core' } } })
  const asNamed = await loading({ hello: hello(), load: { ...loaded, version: '7.9.0' } }, '7.9.0')
  expect(asNamed).toMatchObject({ ok: true, value: { version: '7.9.0' } })
})
