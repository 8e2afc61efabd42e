import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { someOf } from '../hostile/support/prove.ts'
import { here, testWith } from '../support/here.ts'
import { longToken, pieceFinder } from '../support/long-token.ts'
import { type OddCase, oddCases } from '../support/odd-cases.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type CliOutcome, startCliAt, startCliIn, startCliWith } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-odd-'))
})
afterAll(() => removeFolder(folder))

/** What Node prints of an error that nobody has caught, and what a terminal obeys. */
const nodes = /^\s+at .*[:(]|node:internal|Node\.js v\d|UnhandledPromise|^\w*Error:|triggerUncaught/m
const obeyed = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u
const documented = [0, 1, 2, 3, 4, 64, 74]

test('no odd argument, file, number, folder or environment gets a page of Node, or a control character, printed', {
  timeout: 600_000,
}, async () => {
  const all = await oddCases(folder)
  const cases = someOf(all)
  const home = {
    HOME: join(folder, 'home'),
    APPDATA: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home'),
  }
  const wrong: string[] = []
  let next = 0
  async function some(): Promise<void> {
    for (let one = cases[next++]; one; one = cases[next++]) {
      const { args, env, shell } = one
      const { code, out, errors } = await startCliAt(folder, { ...home, ...env }, args, shell).done
      const said = withoutColours(one, `${out}${errors}`)
      const isWrong = nodes.test(said) || obeyed.test(said) || !documented.includes(code ?? -1)
      if (isWrong) wrong.push(`${code} ${JSON.stringify(one)}: ${JSON.stringify(said.slice(0, 500))}`)
    }
  }
  await Promise.all([some(), some(), some(), some(), some()])
  expect(wrong).toEqual([])
  expect(all.length).toBeGreaterThan(130)
  expect(next).toBeGreaterThanOrEqual(cases.length)
})

/** Those that were asked for are ours. */
const withoutColours = ({ env }: OddCase, said: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
  env?.['FORCE_COLOR'] ? said.replaceAll(/\u001b\[\d+m/g, '') : said

describe('an error that the program itself makes', () => {
  const token = longToken()

  /** Runs a command with something in the process that fails in a way that nobody is prepared for. */
  async function sabotaged(sabotage: string): Promise<CliOutcome & { readonly details: string }> {
    const hook = join(folder, 'sabotage.cjs')
    await writeFile(
      hook,
      `const error = () => new TypeError('\u001b[31mBearer ${token}\\nis wrong');\n${sabotage}`,
    )
    const home = join(folder, 'sabotaged')
    const outcome = await startCliWith(
      {
        HOME: home,
        APPDATA: home,
        XDG_CONFIG_HOME: home,
        NODE_OPTIONS: `--require "${hook.replaceAll('\\', '/')}"`,
      },
      ...['run', sample('phones-100.csv'), '--simulate', '--speed', '1', '--yes', '--region', 'NOAM'],
    ).done
    const file = /with the file (.+terminal-error\.log)\./.exec(outcome.errors)?.[1]
    return { ...outcome, details: file === undefined ? '' : await readFile(file, 'utf8') }
  }

  test.each([
    ['thrown by nobody who is waited for', 'setTimeout(() => { throw error() }, 500)'],
    ['in a promise that nobody waits for', 'setTimeout(() => void Promise.reject(error()), 500)'],
    ['of no error at all', 'setTimeout(() => void Promise.reject(null), 500)'],
    ['of a command', "require('node:fs').statSync = () => { throw error() }"],
  ])('%s is one line that says what to do, with the details in a file, and code 70', async (_, sabotage) => {
    const { code, out, errors, details } = await sabotaged(sabotage)

    expect(code, errors).toBe(70)
    const last = errors.trimEnd().split('\n').at(-1)
    expect(last).toMatch(/^This program stopped .*"runs" shows .*terminal-error\.log\.$/)
    expect(`${out}${errors}`).not.toMatch(nodes)
    expect(`${out}${errors}`).not.toMatch(obeyed)
    expect(details).toMatch(/^\d{4}-\d\d-\d\dT.*Node v/)
    for (const words of [out, errors, details]) expect(pieceFinder(token)(words)).toEqual([])
  })
})

testWith(here.otherUsers)('somebody without a home is asked for a folder', async () => {
  const { code, errors } = await startCliIn(
    'exec setpriv --reuid 54321 --clear-groups env -u HOME -u XDG_CONFIG_HOME "$0" "$@"',
    'runs',
  ).done
  expect(code).toBe(64)
  expect(errors).toContain('--data-dir')
  expect(errors).not.toMatch(nodes)
})
