import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFrom } from '../../src/main/page/page-files.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { escapeAddress } from './support/escape-address.ts'
import { prove } from './support/prove.ts'

const page = '<p>The page</p>'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-addresses-'))
  await mkdir(join(folder, 'out/renderer/assets'), { recursive: true })
  await mkdir(join(folder, 'out/main'))
  await mkdir(join(folder, 'out/renderer-beside'))
  await writeFile(join(folder, 'out/renderer/index.html'), page)
  await writeFile(join(folder, 'out/renderer/assets/index.js'), page)
  for (const outside of ['package.json', 'index.html', 'out/index.html', 'out/main/index.js'])
    await writeFile(join(folder, outside), 'outside')
  await writeFile(join(folder, 'out/renderer-beside/index.html'), 'outside')
})
afterAll(() => removeFolder(folder))

test('no address of the app reads anything outside the folder of its page', async () => {
  await prove('addresses of the app', 1000, escapeAddress, async (address) => {
    let request: Request
    try {
      request = new Request(address)
    } catch {
      // Not even an address.
      return
    }
    const response = await answerFrom(join(folder, 'out/renderer'), request)

    expect([200, 404]).toContain(response.status)
    expect(await response.text()).toBe(response.status === 200 ? page : '')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
