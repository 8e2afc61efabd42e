import { expect, test } from 'vitest'
import { contoso, fabrikam, oslo, partner } from '../support/authority/directory.ts'
import { describeWith, here, testWith } from '../support/here.ts'
import type { CliOutcome } from '../support/run-cli.ts'
import { smallServer } from '../support/small-server.ts'
import { atWorkstation, type Workstation } from '../support/workstation.ts'

function expectRan({ code, out, errors }: CliOutcome): void {
  expect([0, 1], `${out}${errors}`).toContain(code)
}

/** What an administrator does with "Revoke sessions", and the service hears of it. */
function revoke(workstation: Workstation): void {
  workstation.authority.revokeSessions()
  workstation.refuseOldTokens()
}

function expectAllPhonesOnce({ simulator }: Workstation): void {
  const phones = simulator.ledger.batches.flatMap((batch) => batch.phones)
  expect(phones).toHaveLength(100)
}

describeWith(here.keyring, { concurrent: true })('a run whose sign-in ends', () => {
  test(
    'stops with exit 3 where nobody can read a code, and is resumed in its tenant by its operator',
    atWorkstation({}, async (workstation) => {
      await workstation.signIn(partner, '--tenant', fabrikam.domain)
      await workstation.time.hold()
      const running = workstation.startPhones()
      await running.said('submitted as')
      revoke(workstation)
      const { code, errors } = await running.done
      expect(code).toBe(3)
      expect(errors).toContain('AADSTS50173')
      expect(errors).toContain(`signin --tenant ${fabrikam.id}`)
      expect(errors).toMatch(/resume 20\d{6}-/)

      await workstation.signIn(oslo)
      await workstation.signIn(partner, '--tenant', fabrikam.id)
      await workstation.time.goOn()
      const resumed = await workstation.run('resume', '--yes', '--speed', '3000')
      expectRan(resumed)
      expect(resumed.errors).toContain(`Tenant    ${fabrikam.id}`)
      expect(resumed.errors).toContain(`Operator  ${partner.username}`)
      expectAllPhonesOnce(workstation)
    }),
  )

  testWith(here.keyringAndTerminal)(
    'offers a code at a terminal, before and in the middle, and goes on afterwards',
    atWorkstation({}, async (workstation) => {
      await workstation.time.hold()
      const running = workstation.startPhonesAtTerminal('--tenant', contoso.domain)
      await running.said('enter the code A1B2C3D4')
      expect(workstation.simulator.ledger.batches).toEqual([])
      workstation.authority.answerDeviceCode(oslo)
      await running.said('submitted as')
      revoke(workstation)
      await running.said('expired or was revoked')
      await expect.poll(() => workstation.authority.calls('devicecode')).toBe(2)
      workstation.authority.answerDeviceCode(oslo)
      await running.said('Signed in again. Watching continues.')
      await workstation.time.goOn()
      expectRan(await running.done)
      expectAllPhonesOnce(workstation)
    }),
  )

  testWith(here.keyringAndTerminal)(
    'is left by Ctrl-C while the code is shown, and can be resumed',
    atWorkstation({}, async (workstation) => {
      await workstation.signIn(oslo)
      await workstation.time.hold()
      const running = workstation.startPhonesAtTerminal()
      await running.said('submitted as')
      revoke(workstation)
      await running.said('enter the code A1B2C3D4')
      running.type('\u0003')
      const { code, out } = await running.done
      expect(code).toBe(4)
      expect(out).toMatch(/resume 20\d{6}-/)
    }),
  )

  testWith(here.keyringAndTerminal)(
    'has not begun when somebody else signs in than was asked for, who is not kept',
    atWorkstation({}, async (workstation) => {
      const running = workstation.startPhonesAtTerminal('--account', oslo.username)
      await running.said('enter the code A1B2C3D4')
      workstation.authority.answerDeviceCode(partner)
      const { code, out } = await running.done
      expect(code).toBe(3)
      expect(out).toContain(`You signed in as ${partner.username}, but this needs ${oslo.username}`)
      expect(workstation.simulator.ledger.batches).toEqual([])
      expect(await workstation.run('whoami')).toMatchObject({ code: 3 })
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
    ['when the service is asked to take a batch', /createbatch|tenants/, true],
    ['when the service is asked about a batch that it has', /batchstatus|tenants/, false],
  ])(
    '%s ends with exit 3, the roles, that a new one needs a new sign-in, and offers the other way only where nothing was sent',
    async (_, denied, isOffered) => {
      const service = await serviceThatDenies(denied)
      await atWorkstation({ api: service.baseUrl }, async (workstation) => {
        await workstation.signIn(oslo)
        const { code, errors } = await workstation.startPhones().done
        expect(code).toBe(3)
        expect(errors).toContain('Teams Administrator')
        expect(errors).toContain('recommends the one with the fewest rights')
        expect(errors).toContain('you just activated')
        expect(errors).toContain(`signin --tenant ${contoso.id}`)
        expect(errors).toMatch(/resume 20\d{6}-/)
        expect(errors.includes('add --via powershell')).toBe(isOffered)
      })()
      await service.close()
    },
  )
})
