import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRejection } from '../../src/core/network/rejection.ts'
import { describeWith } from '../support/here.ts'
import { cuts, timedOut } from '../support/network/cuts.ts'
import { type FarService, startFarService } from '../support/network/far-service.ts'
import { openTwoHosts, type TwoHosts, whyNoTwoHosts } from '../support/network/two-hosts.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { batchPhones, gatewayPath } from '../support/simulated-tenant.ts'
import { findChromium } from './chromium.ts'

// Two hosts and a network between them, all real, and the engine's own network stack on one of them.
describeWith(whyNoTwoHosts(), { timeout: 180_000 })('once a batch was received whole', () => {
  let hosts: TwoHosts
  let directory: string
  let browser: Browser

  beforeAll(async () => {
    hosts = openTwoHosts()
    directory = await mkdtemp(join(tmpdir(), 'network-faults-'))
    const found = await findChromium()
    const onNearHost = join(directory, 'chromium')
    const [program, ...args] = hosts.there('near', [
      found?.executable ?? expect.fail('There is no Chromium.'),
    ])
    await writeFile(onNearHost, `#!/bin/sh\nexec ${[program, ...args].join(' ')} "$@"\n`)
    await chmod(onNearHost, 0o755)
    browser = await chromium.launch({ executablePath: onNearHost, args: ['--no-sandbox', '--no-zygote'] })
  })
  afterAll(async () => {
    await browser.close()
    hosts.close()
    await removeFolder(directory)
  })

  /** What Chromium calls the end of a submission from a page of the service's own address. */
  const submit = async ({ baseUrl, token }: FarService): Promise<string | undefined> => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${baseUrl}/none`)
    const failed = page.waitForEvent('requestfailed')
    await page.evaluate(
      async ([path, bearer, body]) => {
        const headers = {
          Authorization: `Bearer ${bearer}`,
          'X-MS-Target-Uri': 'https://admin.simulated.example/',
        }
        await fetch(path, { method: 'POST', headers, body }).catch(() => undefined)
      },
      [`${gatewayPath}/createbatch?TargetRegion=NOAM`, token, JSON.stringify(batchPhones(100))] as const,
    )
    const said = (await failed).failure()?.errorText
    await context.close()
    return said
  }

  test.each(['the route is removed', 'the network is forbidden', 'a firewall refuses'] as const)(
    'and %s, what Chromium says is no proof that it was not',
    async (name) => {
      const service = await startFarService(hosts, cuts[name])
      try {
        const said = await submit(service)
        expect([cuts[name], timedOut].map(({ chromium }) => `net::${chromium}`)).toContain(said)
        expect(readRejection(new Error(said))).toMatchObject({ sent: 'maybe' })
        expect(await service.counted()).toEqual({ received: 1, batches: 1, takenTwice: 0 })
      } finally {
        await service.close()
        hosts.mend()
      }
    },
  )
})
