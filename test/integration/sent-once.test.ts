import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { discoveryPath, route } from '../support/admin-api.ts'
import { fates, postCounter } from '../support/post-counter.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { runCli } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'

const answers: Readonly<Record<string, unknown>> = {
  [discoveryPath]: route,
  '/Teams.Tenant/tenants': [{ TenantId: 'cf3c4be1-9a4c-4d7e-9f6f-0c4d3f8a2b11', DisplayName: 'Contoso' }],
}

/** A batch history without any batch. */
const get = (path: string): unknown => answers[path] ?? []

// The terminal as its users have it, and what may lead a network library to send again.
describe.concurrent('a run at the terminal', () => {
  test.each(['421', '408', 'a reset', 'an end without an answer', 'half a status line', 'half an answer'])(
    'submits once, whatever follows: %s',
    async (fate) => {
      const directory = await mkdtemp(join(tmpdir(), 'sent-once-'))
      const token = join(directory, 'token')
      await writeFile(token, 'a-token')
      const { baseUrl, whole, close } = await postCounter(fates[fate] ?? expect.fail(), { get })
      try {
        const { code, errors } = await runCli(
          ...['run', sample('phones-100.csv'), '--region', 'NOAM', '--yes', '--speed', '3000'],
          ...['--api', baseUrl, '--token-file', token, '--data-dir', directory],
        )
        expect(code, errors).not.toBe(0)
        expect(whole).toHaveLength(1)
      } finally {
        await close()
        await removeFolder(directory)
      }
    },
  )
})
