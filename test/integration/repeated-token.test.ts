import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someOf } from '../hostile/support/prove.ts'
import { commandHere } from '../support/command-here.ts'
import { everyFile } from '../support/every-file.ts'
import { longToken, pieceFinder } from '../support/long-token.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { refusals, repeatingService } from '../support/repeating-service.ts'
import { type CliOutcome, runCli } from '../support/run-cli.ts'

// A service, or a proxy on the way, that repeats the Authorization header in all that it says: the built command line
// keeps, prints and exports no piece of the token. Each run has phones of its own.

const token = longToken()
const find = pieceFinder(token)
let directory: string
let tokenFile: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'repeated-token-'))
  tokenFile = join(directory, 'token')
  await writeFile(tokenFile, token)
})
afterAll(() => removeFolder(directory))

test.each(someOf(Object.entries(refusals).map(([name, refusal], index) => ({ name, refusal, index }))))(
  'nothing of the token is left when createbatch is answered with $name',
  async ({ refusal, index }) => {
    const folder = join(directory, String(index))
    await mkdir(folder)
    const list = join(folder, 'phones.csv')
    const rows = [1, 2, 3].map((row) => `lobby.${index}.${row}@contoso.com,00-04-F2-81-${10 + index}-0${row}`)
    await writeFile(list, ['Username,HardwareId', ...rows].join('\n'))
    const data = join(folder, 'data')
    const service = await repeatingService(refusal)
    const access = [
      '--api',
      service.baseUrl,
      '--token-file',
      tokenFile,
      '--data-dir',
      data,
      '--speed',
      '1000',
    ]
    const said: string[] = []
    const tell = ({ code, out, errors }: CliOutcome): number | null => {
      said.push(out, errors)
      return code
    }
    try {
      const results = join(data, 'results.csv')
      const code = tell(
        await runCli('run', list, '--region', 'NOAM', '--yes', ...access, '--export', results),
      )
      expect([0, 1, 3, 4]).toContain(code)
      // As a program: it ends when all that it writes is there.
      tell(await runCli('runs', '--data-dir', data, '--json'))
      // Where nobody knows what became of the batch, its evidence is words of the service, too.
      if (code === 4) tell(await commandHere('settle', ...access, '--json'))
    } finally {
      await service.close()
    }

    const files = await everyFile(data)
    expect([...files.keys()].some((path) => path.endsWith('.jsonl'))).toBe(true)
    expect([...files.keys()].some((path) => path.endsWith('.csv'))).toBe(true)
    expect(`${said.join()}${[...files.values()].join()}`).toContain('[token removed]')
    for (const [path, content] of files) expect(find(content), path).toEqual([])
    for (const words of said) expect(find(words)).toEqual([])
  },
)
