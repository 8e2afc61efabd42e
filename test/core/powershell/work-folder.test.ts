import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWorkFolder, sweepWorkFolders } from '../../../src/core/powershell/work-folder.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let temp: string
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'work-folders-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temp)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await removeFolder(temp)
})

test('what a killed process left of its lists goes at the next start, and nothing of a living one or of others', async () => {
  const killed = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const left = `sip-gateway-${killed.pid}-AbCdEf`
  await mkdir(join(temp, left))
  await writeFile(join(temp, left, 'batch-1.csv'), '"Username","HardwareId"')
  const ours = await openWorkFolder()
  await writeFile(join(ours.path, 'batch-1.csv'), '"Username","HardwareId"')
  await mkdir(join(temp, 'kept'))
  await writeFile(join(temp, 'kept', 'lists.csv'), '')
  await sweepWorkFolders()
  expect(await readdir(temp)).toContain(left)

  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const others = [
    `sip-gateway-${killed.pid}-by-hand`,
    `sip-gateway-${killed.pid}x-AbCdEf`,
    'sip-gateway-dhcp.ps1',
  ]
  for (const name of others) await writeFile(join(temp, name), '')
  if (process.platform !== 'win32') {
    await symlink(join(temp, 'kept'), join(temp, `sip-gateway-${killed.pid}-LinkTo`))
    others.push(`sip-gateway-${killed.pid}-LinkTo`)
  }
  await sweepWorkFolders()
  expect((await readdir(temp)).toSorted()).toEqual([...others, basename(ours.path), 'kept'].toSorted())
  expect(await readdir(join(temp, 'kept'))).toEqual(['lists.csv'])
  expect(await readdir(ours.path)).toEqual(['batch-1.csv'])
  await ours.remove()
  expect(await readdir(temp)).not.toContain(basename(ours.path))
})
