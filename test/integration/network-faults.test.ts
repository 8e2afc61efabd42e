import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { describeWith } from '../support/here.ts'
import { type Cut, cuts, timedOut } from '../support/network/cuts.ts'
import { type FarService, startFarService } from '../support/network/far-service.ts'
import { openTwoHosts, type TwoHosts, whyNoTwoHosts } from '../support/network/two-hosts.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { startCliBy } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'

const fromNode = resolve(import.meta.dirname, '../support/network/post-from-node.ts')

async function withFarService(
  cut: Cut,
  work: (service: FarService, hosts: TwoHosts) => Promise<void>,
): Promise<void> {
  const hosts = openTwoHosts()
  try {
    const service = await startFarService(hosts, cut)
    await work(service, hosts).finally(service.close)
  } finally {
    hosts.close()
  }
}

// Two hosts and a network between them, all real.
describeWith(whyNoTwoHosts(), { concurrent: true, timeout: 180_000 })(
  'once a batch was received whole',
  () => {
    test.each(Object.entries(cuts))('and %s, what Node says is no proof that it was not', (_, cut) =>
      withFarService(cut, async ({ baseUrl, token, counted }, { there }) => {
        const post = ['--no-warnings', fromNode, baseUrl, token]
        const [program, ...args] = there('near', [process.execPath, ...post])
        const { stdout } = await promisify(execFile)(program, args)
        const { names, ...failure } = JSON.parse(stdout)
        expect([cut.node, timedOut.node]).toEqual(expect.arrayContaining(names))
        expect([names.length, failure]).toMatchObject([1, { kind: 'unreachable', sent: 'maybe' }])
        expect(await counted()).toEqual({ received: 1, batches: 1, takenTwice: 0 })
      }),
    )

    test.each(['the route is removed', 'a firewall refuses'] as const)(
      'and %s, a run at the terminal finds it once the network is back, and never submits it again',
      (name) =>
        withFarService(cuts[name], async ({ baseUrl, token, counted }, { there, mend }) => {
          const directory = await mkdtemp(join(tmpdir(), 'network-faults-'))
          const tokenFile = join(directory, 'token')
          await writeFile(tokenFile, token)
          const access = ['--api', baseUrl, '--token-file', tokenFile, '--data-dir', directory]
          try {
            const run = startCliBy(
              (command) => there('near', command),
              ...['run', sample('phones-100.csv'), '--region', 'NOAM', '--yes', '--speed', '3000', ...access],
            )
            await run.said('No connection to 127.0.0.1:8080 could be made')
            mend()
            const { code, errors } = await run.done
            expect([0, 1], errors).toContain(code)
            expect(await counted()).toEqual({ received: 1, batches: 1, takenTwice: 0 })
          } finally {
            await removeFolder(directory)
          }
        }),
    )
  },
)
