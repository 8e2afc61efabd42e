import { appendFile, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configurationFor } from '../../packaging/configuration.ts'
import { readSignedParts, type SignedParts, signingHooks } from '../../packaging/signed-parts.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { makeElectronFolder } from './support/electron-folder.ts'

const scratch = await mkdtemp(join(tmpdir(), 'signed-parts-'))
const parts = join(scratch, 'parts')
const output = join(scratch, 'packages')
const executable = 'win-unpacked/SIP Gateway Bulk Sign-in.exe'
/** What follows the bytes of a signed file here: what a signature really looks like is nothing that a build looks at. */
const signature = 'signed by nobody'

beforeAll(() => makeElectronFolder(join(scratch, 'electron'), 'win'))
afterAll(() => removeFolder(scratch))

async function buildApp(pass: SignedParts): Promise<void> {
  const hooks = signingHooks(pass, parts)
  const { win, ...rest } = configurationFor({
    AZURE_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net',
    AZURE_SIGNING_ACCOUNT: 'contoso',
    AZURE_SIGNING_PROFILE: 'release',
    AZURE_SIGNING_PUBLISHER: 'Contoso Ltd',
    SIGNED_PARTS: pass,
  })
  const config: Configuration = {
    ...rest,
    electronDist: join(scratch, 'electron'),
    directories: { ...rest.directories, output },
    afterSign: hooks.afterSign,
    win: { ...win, signtoolOptions: { ...win?.signtoolOptions, sign: hooks.sign } },
  }
  await build({ targets: Platform.WINDOWS.createTarget('dir', Arch.x64), config, publish: 'never' })
}

describe('the two builds of a signed release', () => {
  test('lay the app aside to be signed, then pack the signed one, with the asar whose hash it has in it', async () => {
    await mkdir(output)
    await buildApp('collect')
    const unsigned = await readFile(join(output, executable))
    expect(await readFile(join(parts, executable))).toEqual(unsigned)

    await appendFile(join(parts, executable), signature)
    await writeFile(join(parts, 'win-unpacked/resources/app.asar'), 'the asar of the first build')
    await removeFolder(output)
    await buildApp('use')

    expect(await readFile(join(output, executable))).toEqual(
      Buffer.concat([unsigned, Buffer.from(signature)]),
    )
    expect(await readFile(join(output, 'win-unpacked/resources/app.asar'), 'utf8')).toBe(
      'the asar of the first build',
    )
  })

  test('have the uninstaller and the helper signed, which are in the installers, and leave the installers alone', async () => {
    const made = join(scratch, 'made')
    const within = ['elevate.exe', 'app-1.0.0-win-x64-setup.__uninstaller.exe']
    const outside = ['app-1.0.0-win-x64-setup.exe', 'app-1.0.0-win-x64-portable.exe', 'app-1.0.0-win-x64.msi']
    const folder = join(scratch, 'within')
    await mkdir(made)
    for (const name of [...within, ...outside]) await writeFile(join(made, name), `first ${name}`)
    for (const name of [...within, ...outside])
      await signingHooks('collect', folder).sign({ path: join(made, name) })
    expect((await readdir(folder)).toSorted()).toEqual(within.toSorted())

    for (const name of within) await appendFile(join(folder, name), signature)
    for (const name of [...within, ...outside]) await writeFile(join(made, name), `second ${name}`)
    for (const name of [...within, ...outside])
      await signingHooks('use', folder).sign({ path: join(made, name) })
    for (const name of within)
      expect(await readFile(join(made, name), 'utf8')).toBe(`first ${name}${signature}`)
    for (const name of outside) expect(await readFile(join(made, name), 'utf8')).toBe(`second ${name}`)
  })

  test('fail where a part was never laid aside, instead of packing an unsigned one', async () => {
    const path = join(scratch, 'elevate.exe')
    await writeFile(path, '')
    await expect(signingHooks('use', join(scratch, 'nowhere')).sign({ path })).rejects.toThrow('ENOENT')
  })

  test.each([undefined, '', 'sign'])('are told apart by SIGNED_PARTS, and %j is neither', (said) => {
    expect(() => readSignedParts({ SIGNED_PARTS: said })).toThrow('built twice')
  })
})
