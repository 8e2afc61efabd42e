import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { loggingWords } from '../../src/shared/powershell/logging-words.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { here, testWith } from '../support/here.ts'
import { chosenPowerShell, whyNoPowerShell } from '../support/powershell.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { resultRows } from '../support/result-rows.ts'
import { runCli, startCliWith } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'
import { withTeamsModule } from '../support/teams-module.ts'
import { accessTo } from '../support/terminal-access.ts'
import { atWorkstation } from '../support/workstation.ts'

const byModule = ['--via', 'powershell', '--module-sign-in']
const chosen = chosenPowerShell === undefined ? [] : ['--powershell', chosenPowerShell]

testWith(whyNoPowerShell())(
  "a run of 300 phones by Microsoft's cmdlets has the results of a direct one, after a kill and a resume",
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'cli-powershell-'))
    const start = () => startSimulator({ now: Date.now, speed: 400, seed: 3, failFor: 'device-offline' })
    const simulators = await Promise.all([start(), start()])
    try {
      const [one, other] = simulators
      const common = ['--speed', '400', '--yes']
      const list = ['run', sample('phones-300.csv'), '--region', 'NOAM']
      const [direct, module, data] = ['direct.csv', 'module.csv', 'data'].map((name) => join(directory, name))
      const environment = await withTeamsModule(one, directory)
      const options = [
        ...byModule,
        ...chosen,
        ...common,
        '--data-dir',
        data ?? '',
        '--export',
        module ?? '',
        '--json',
      ]
      const killed = startCliWith(environment, ...list, ...options)
      await killed.said('"BatchSubmitted"')
      killed.signal('SIGKILL')
      const before = await killed.done
      expect(before.out).toContain('"way":"powershell"')
      const resumed = await startCliWith(environment, 'resume', ...options).done
      expect([0, 1], resumed.errors).toContain(resumed.code)
      const ran = await runCli(
        ...[...list, ...common, '--export', direct ?? ''],
        ...(await accessTo(other, join(directory, 'other'))),
      )
      expect(ran.code, ran.errors).toBe(resumed.code)
      const rows = async (file: string | undefined) =>
        (await resultRows(file ?? '')).map(({ Time: _time, BatchId: _id, ...row }) => row)
      expect(await rows(module)).toEqual(await rows(direct))
      expect([one.ledger.calls.createbatch, one.ledger.takenTwice]).toEqual([3, []])
    } finally {
      await Promise.all(simulators.map((simulator) => simulator.close()))
      await removeFolder(directory)
    }
  },
)

testWith(whyNoPowerShell())(
  'a terminal that is killed while it submits leaves no list with usernames behind',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'cli-powershell-'))
    const { promise: arrived, resolve } = Promise.withResolvers<void>()
    const { promise: never } = Promise.withResolvers<void>()
    const simulator = await startSimulator({
      ...{ now: Date.now, seed: 3 },
      faults: ({ path }) => (path.endsWith('createbatch') ? { kind: 'delay', ms: 1 } : undefined),
      sleep: () => {
        resolve()
        return never
      },
    })
    try {
      const temp = join(directory, 'temp')
      await mkdir(temp)
      const environment = {
        ...(await withTeamsModule(simulator, directory)),
        ...{ TMPDIR: temp, TEMP: temp, TMP: temp },
      }
      const list = ['run', sample('phones-300.csv'), '--region', 'NOAM', '--yes']
      const terminal = startCliWith(
        environment,
        ...list,
        ...byModule,
        ...chosen,
        '--data-dir',
        join(directory, 'data'),
      )
      await arrived
      const left = () => readdir(temp, { recursive: true })
      expect(await left()).toContainEqual(expect.stringMatching(/batch-1\.csv$/))
      terminal.signal('SIGKILL')
      await terminal.done
      await expect
        .poll(async () => (await left()).filter((name) => name.endsWith('.csv')), { timeout: 60_000 })
        .toEqual([])
    } finally {
      await simulator.close()
      await removeFolder(directory)
    }
  },
)

testWith(here.keyring ?? whyNoPowerShell())(
  'with the sign-in of this program a run needs no other, its tokens are in no transcript, what is logged is told, doctor tests both ways, and module logging ends it',
  atWorkstation({}, async (workstation) => {
    const { authority, simulator, directory, keyring } = workstation
    const { SIMULATED_TEAMS, PSModulePath } = await withTeamsModule(simulator, directory)
    const transcripts = join(directory, 'transcripts')
    const settings = join(directory, 'config/powershell/powershell.config.json')
    await mkdir(join(directory, 'config/powershell'), { recursive: true })
    const policy = (more: object) =>
      writeFile(
        settings,
        JSON.stringify({
          PowerShellPolicies: {
            Transcription: {
              ...{ EnableTranscripting: true, EnableInvocationHeader: true, OutputDirectory: transcripts },
            },
            ScriptBlockLogging: { EnableScriptBlockLogging: true },
            ...more,
          },
        }),
      )
    const environment = {
      ...{ SIMULATED_TEAMS, PSModulePath, XDG_CONFIG_HOME: join(directory, 'config') },
      PATH: `${keyring.path}:${process.env['PATH']}`,
    }
    const phones = ['run', sample('phones-100.csv'), '--region', 'NOAM', '--yes', '--speed', '3000']
    const run = (...more: readonly string[]) =>
      workstation.startWith(environment, ...phones, '--via', 'powershell', '--json', ...more).done
    await policy({})
    await workstation.signIn(oslo)
    const ran = await run()
    expect([0, 1], ran.errors).toContain(ran.code)
    expect(ran.out).toContain('"way":"powershell"')
    expect(ran.errors).toContain('one for Microsoft Graph')
    expect([simulator.ledger.batches.length, simulator.ledger.takenTwice]).toEqual([1, []])
    const written = await Promise.all(
      (await readdir(transcripts, { recursive: true, withFileTypes: true }))
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    )
    expect(written.join()).toContain('bridge.ps1')
    const [codeIsLogged, transcriptIsKept] = loggingWords(['scriptBlock', 'transcript'])
    expect(ran.errors).toContain(codeIsLogged)
    expect(ran.errors).toContain(transcriptIsKept)
    // Without a way it tests both, one after the other.
    const doctor = await workstation.startWith(environment, 'doctor').done
    expect(doctor.out.match(/^Connection: .*$/gm)).toEqual([
      text.doctor.directly,
      expect.stringMatching(/MicrosoftTeams 99\.0\.0 in PowerShell 7\.\d/),
    ])
    expect(doctor.out.split(transcriptIsKept ?? '')).toHaveLength(2)
    const everything = [...written, await workstation.said(), await workstation.dataInClear()].join('\n')
    expect(authority.secrets.filter((secret) => everything.includes(secret))).toEqual([])

    await policy({ ModuleLogging: { EnableModuleLogging: true, ModuleNames: ['*'] } })
    const logged = await run('--include-signed-in')
    expect(logged).toMatchObject({ code: 3, errors: expect.stringContaining('module logging') })
    expect(simulator.ledger.batches).toHaveLength(1)
  }),
)

test.each([
  [
    ['--via', 'powershell', '--simulate'],
    64,
    "--via powershell can't be used with --simulate or --token-file",
  ],
  [['--module-sign-in'], 64, 'need --via powershell'],
  [[...byModule, '--simulate'], 64, 'cannot be used with'],
  [[...byModule, '--api', 'http://127.0.0.1:1'], 64, 'cannot be used with'],
  [[...byModule, '--powershell', '/nowhere/pwsh'], 3, "couldn't be started"],
])('%j ends before anything is sent', async (options, code, said) => {
  const outcome = await runCli('run', sample('phones-300.csv'), '--region', 'NOAM', '--yes', ...options)
  expect(outcome).toMatchObject({ code, errors: expect.stringContaining(said) })
})
