import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerFrom, pageFile } from '../../../src/main/page/page-files.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let folder: string
let page: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-files-'))
  page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<p>Hello</p>')
  await writeFile(join(page, 'assets/a b.js'), '1')
  await writeFile(join(folder, 'secret.js'), 'secret')
  await mkdir(join(folder, 'page-beside'))
  await writeFile(join(folder, 'page-beside/secret.js'), 'secret')
})

afterAll(() => removeFolder(folder))

const answer = (address: string, method = 'GET'): Promise<Response> =>
  answerFrom(page, new Request(address, { method }))

describe('the page', () => {
  test('is answered with its type and the headers that restrict it', async () => {
    const response = await answer('app://bulk-sign-in/index.html?a#b')

    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<p>Hello</p>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('*')
  })

  test('may have names that an address escapes', async () => {
    const response = await answer('app://bulk-sign-in/assets/a%20b.js')

    expect(await response.text()).toBe('1')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
})

test.each([
  'app://bulk-sign-in/../secret.js',
  'app://bulk-sign-in/%2e%2e/secret.js',
  'app://bulk-sign-in/..%2fsecret.js',
  'app://bulk-sign-in/assets/..%2f..%2fsecret.js',
  'app://bulk-sign-in/..%2fpage-beside%2fsecret.js',
  'app://bulk-sign-in/..%5csecret.js',
  'app://bulk-sign-in/%2fetc%2fpasswd',
  'app://bulk-sign-in/index.html%00.js',
  'app://bulk-sign-in/%E0%A4%A',
  'app://bulk-sign-in/C:%5csecret.js',
  'app://bulk-sign-in/',
  'app://bulk-sign-in/assets',
  'app://bulk-sign-in/missing.js',
  'app://other/index.html',
  'file:///etc/passwd',
  'https://contoso.com/index.html',
])('%s is answered with nothing', async (address) => {
  const response = await answer(address)

  expect(response.status).toBe(404)
  expect(await response.text()).toBe('')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('only what a build consists of is a file of the page', () => {
  expect(pageFile('/page', 'app://bulk-sign-in/settings.json')).toBeUndefined()
  expect(pageFile('/page', 'app://bulk-sign-in/run')).toBeUndefined()
})

test('a page only reads', async () => {
  expect((await answer('app://bulk-sign-in/index.html', 'POST')).status).toBe(405)
})
