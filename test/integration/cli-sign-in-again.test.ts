import { expect, test } from 'vitest'
import { contoso, fabrikam, oslo, partner } from '../support/authority/directory.ts'
import { describeWith, here, testWith } from '../support/here.ts'
import type { CliOutcome } from '../support/run-cli.ts'
import { smallServer } from '../support/small-server.ts'
import { atDesk, type TerminalDesk } from '../support/terminal-desk.ts'

function expectRan({ code, out, errors }: CliOutcome): void {
  expect([0, 1], `${out}${errors}`).toContain(code)
}

/** What an administrator does with "Revoke sessions", and the service hears of it. */
function revoke(desk: TerminalDesk): void {
  desk.authority.revokeSessions()
  desk.refuseOldTokens()
}

function expectAllPhonesOnce({ simulator }: TerminalDesk): void {
  const phones = simulator.ledger.batches.flatMap((batch) => batch.phones)
  expect(phones).toHaveLength(100)
}

describeWith(here.keyring, { concurrent: true })('a run whose sign-in ends', () => {
  test(
    'stops with exit 3 where nobody can read a code, and is resumed in its tenant by its operator',
    atDesk({}, async (desk) => {
      await desk.signIn(partner, '--tenant', fabrikam.domain)
      await desk.time.hold()
      const running = desk.startPhones()
      await running.said('submitted as')
      revoke(desk)
      const { code, errors } = await running.done
      expect(code).toBe(3)
      expect(errors).toContain('AADSTS50173')
      expect(errors).toContain(`signin --tenant ${fabrikam.id}`)
      expect(errors).toMatch(/resume 20\d{6}-/)

      await desk.signIn(oslo)
      await desk.signIn(partner, '--tenant', fabrikam.id)
      await desk.time.goOn()
      const resumed = await desk.run('resume', '--yes', '--speed', '3000')
      expectRan(resumed)
      expect(resumed.errors).toContain(`Tenant    ${fabrikam.id}`)
      expect(resumed.errors).toContain(`Operator  ${partner.username}`)
      expectAllPhonesOnce(desk)
    }),
  )

  testWith(here.keyringAndTerminal)(
    'offers a code at a terminal, before and in the middle, and goes on afterwards',
    atDesk({}, async (desk) => {
      await desk.time.hold()
      const running = desk.startPhonesAtTerminal('--tenant', contoso.domain)
      await running.said('enter the code A1B2C3D4')
      expect(desk.simulator.ledger.batches).toEqual([])
      desk.authority.answerDeviceCode(oslo)
      await running.said('submitted as')
      revoke(desk)
      await running.said('expired or was withdrawn')
      await expect.poll(() => desk.authority.calls('devicecode')).toBe(2)
      desk.authority.answerDeviceCode(oslo)
      await running.said('Signed in again. Watching goes on.')
      await desk.time.goOn()
      expectRan(await running.done)
      expectAllPhonesOnce(desk)
    }),
  )

  testWith(here.keyringAndTerminal)(
    'is left by Ctrl-C while the code is shown, and can be resumed',
    atDesk({}, async (desk) => {
      await desk.signIn(oslo)
      await desk.time.hold()
      const running = desk.startPhonesAtTerminal()
      await running.said('submitted as')
      revoke(desk)
      await running.said('enter the code A1B2C3D4')
      running.type('\u0003')
      const { code, out } = await running.done
      expect(code).toBe(4)
      expect(out).toMatch(/resume 20\d{6}-/)
    }),
  )

  testWith(here.keyringAndTerminal)(
    'has not begun when somebody else signs in than was asked for, who is not kept',
    atDesk({}, async (desk) => {
      const running = desk.startPhonesAtTerminal('--account', oslo.username)
      await running.said('enter the code A1B2C3D4')
      desk.authority.answerDeviceCode(partner)
      const { code, out } = await running.done
      expect(code).toBe(3)
      expect(out).toContain(`made as ${partner.username}, but ${oslo.username} is needed`)
      expect(desk.simulator.ledger.batches).toEqual([])
      expect(await desk.run('whoami')).toMatchObject({ code: 3 })
    }),
  )
})

/** A service that takes batches, and refuses the paths that match. */
const serviceThatDenies = (denied: RegExp) =>
  smallServer(({ path }, response) => {
    const isDenied = denied.test(path)
    response.writeHead(isDenied ? 403 : 200, { 'Content-Type': 'application/json' })
    if (isDenied) response.end('{"action":"any","code":"Forbidden","message":"Access Denied."}')
    else if (path.endsWith('/serviceDiscovery'))
      response.end('{"Endpoints":{"AdminServiceEndpoint":"admin.contoso.example"}}')
    else response.end('{"batchId":"5e1f0a11-0000-4000-8000-0000000000ba","batchItemsCount":100}')
  })

describeWith(here.keyring, { concurrent: true })('access denied', () => {
  test.each([
    ['when the service is asked to take a batch', /createbatch|tenants/],
    ['when the service is asked about a batch that it has', /batchstatus|tenants/],
  ])('%s ends with exit 3, the roles, and that a new one needs a new sign-in', async (_, denied) => {
    const service = await serviceThatDenies(denied)
    await atDesk({ api: service.baseUrl }, async (desk) => {
      await desk.signIn(oslo)
      const { code, errors } = await desk.startPhones().done
      expect(code).toBe(3)
      expect(errors).toContain('Teams Administrator')
      expect(errors).toContain('recommends the least privileged')
      expect(errors).toContain('activated a moment ago')
      expect(errors).toContain(`signin --tenant ${contoso.id}`)
      expect(errors).toMatch(/resume 20\d{6}-/)
    })()
    await service.close()
  })
})
