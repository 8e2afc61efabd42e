import { spawn } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { here, testWith } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine, startCliAt, startProgram } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-output-'))
})
afterAll(() => removeFolder(directory))

test('a run does not wait for who reads along', async () => {
  const list = join(directory, 'list.csv')
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `lobby${at}@contoso.com,0004F2${at.toString(16).padStart(6, '0')}`,
  )
  await writeFile(list, `Username,HardwareId\n${rows.join('\n')}\n`)
  const child = spawn(
    process.execPath,
    [
      ...[commandLine, 'run', list, '--region', 'NOAM', '--simulate', '--speed', '10000', '--yes', '--json'],
      ...['--data-dir', join(directory, 'data'), '--export', join(directory, 'results.csv')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const told: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    told.push(line)
    if (line.startsWith('Results of 3,000 rows')) break
  }
  expect(told.at(-1)).toMatch(/^Results of 3,000 rows/)

  // Nothing has been read so far: more than a pipe holds.
  const events = (await text(child.stdout)).trim().split('\n')
  expect(events.map((line) => JSON.parse(line).seq)).toEqual(events.map((_, at) => at + 1))
  expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ type: 'RunFinished' })
})

testWith(here.bash)('nor for a pipe that another program has filled before', async () => {
  const list = join(directory, 'short.csv')
  await writeFile(list, 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\n')
  const script = 'mkfifo pipe; exec 4<>pipe; head -c 1000000 /dev/zero >pipe 4>&- & exec "$0" "$@" >pipe'
  const run = startCliAt(
    directory,
    {},
    [
      ...['run', list, '--region', 'NOAM', '--simulate', '--speed', '10000', '--yes', '--json'],
      ...['--data-dir', join(directory, 'data'), '--export', join(directory, 'short-results.csv')],
    ],
    script,
  )
  await run.said('Results of 1 row')
  // Nobody will ever read the rest.
  run.signal('SIGKILL')
  await run.done
})

testWith(here.terminal)('a question nobody can read any more ends as if it was not answered', async () => {
  const list = join(directory, 'asked.csv')
  await writeFile(list, 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\n')
  const command = [process.execPath, commandLine, 'run', list, '--region', 'NOAM', '--simulate']
  const script = join(directory, 'ask.sh')
  const words = [...command, '--data-dir', join(directory, 'data')].map((word) => `'${word}'`).join(' ')
  await writeFile(script, `${words} 2> >(head -1 >/dev/null)\necho "code $?"\n`)
  const asked = startProgram('/usr/bin/script', ['-q', '-e', '-c', `bash '${script}'`, '/dev/null'], {})
  asked.type('no\n')
  expect((await asked.done).out).toContain('code 4')
})

testWith(here.terminal)('colours are for a terminal, not for the file beside it', async () => {
  const file = join(directory, 'checked.txt')
  const check = (more: string) => {
    const command = `exec '${process.execPath}' '${commandLine}' check '${sample('messy.csv')}' ${more}`
    return startProgram('/usr/bin/script', ['-q', '-e', '-c', command, '/dev/null'], {
      CI: undefined,
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      TERM: 'xterm-256color',
    }).done
  }
  const { out } = await check('')
  expect(out).toContain('\u001b[31merror')
  await check(`> '${file}'`)
  const written = await readFile(file, 'utf8')
  expect(written).toMatch(/^error /m)
  expect(written).not.toContain('\u001b')
})
