import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contoso, fabrikam, oslo, partner } from '../support/authority/directory.ts'
import { describeWith, here } from '../support/here.ts'
import type { CliOutcome } from '../support/run-cli.ts'
import { atWorkstation } from '../support/workstation.ts'

function expectRan({ code, errors }: CliOutcome): void {
  expect([0, 1], errors).toContain(code)
}

describeWith(here.keyring, { concurrent: true })('signing in at a terminal', () => {
  test(
    'with a code lets later commands work silently, until signing out leaves nothing',
    atWorkstation({}, async (workstation) => {
      const signedIn = await workstation.signIn(oslo)
      expect(signedIn).toMatchObject({
        code: 0,
        out: `Signed in as ${oslo.username}, tenant Contoso (contoso.com, ${contoso.id}).\n`,
      })
      expect(signedIn.errors).toContain(`Open ${workstation.authority.origin}/device`)
      expect(signedIn.errors).toContain('encrypted with a key in the keyring')
      expect(JSON.parse((await workstation.run('whoami', '--json')).out)).toMatchObject({
        accounts: [{ username: oslo.username, name: oslo.name, tenantId: contoso.id }],
      })

      const ran = await workstation.startPhones().done
      expectRan(ran)
      expect(ran.errors).toContain(`Tenant    Contoso (contoso.com, ${contoso.id})`)
      expect(ran.errors).toContain(`Operator  ${oslo.username}`)
      expect(workstation.simulator.ledger.batches).toHaveLength(1)
      expect(workstation.authority.calls('devicecode')).toBe(1)
      expect(workstation.authority.calls('refresh_token')).toBe(0)

      expect(await workstation.run('signout')).toMatchObject({
        code: 0,
        out: expect.stringContaining(oslo.username),
      })
      expect(await workstation.run('whoami')).toMatchObject({
        code: 3,
        out: expect.stringContaining('Nobody'),
      })
      expect(await readdir(workstation.dataDirectory)).toEqual(['runs'])
    }),
  )

  test(
    'gives no token and no code away: not to the output, the journal, the disk or the keyring',
    atWorkstation({}, async (workstation) => {
      await workstation.signIn(partner)
      await workstation.signIn(partner, '--tenant', fabrikam.domain)
      workstation.refuseOldTokens()
      expectRan(await workstation.startPhones('--json', '--tenant', contoso.domain).done)
      expect(workstation.authority.calls('refresh_token')).toBe(1)
      const everything = [
        await workstation.said(),
        await workstation.dataInClear(),
        await workstation.keyring.arguments(),
        await workstation.keyring.key(),
      ].join('\n')
      expect(everything.includes('"type":"RunFinished"')).toBe(true)
      expect(workstation.authority.secrets.length).toBeGreaterThan(8)
      expect(workstation.authority.secrets.filter((secret) => everything.includes(secret))).toEqual([])
      expect(/MARKED|eyJ/.test(everything)).toBe(false)
      expect((await workstation.keyring.key())?.length).toBe(64)
      expect(await workstation.keyring.arguments()).not.toContain(await workstation.keyring.key())
    }),
  )

  test(
    'says what Microsoft says when it refuses, with what support asks for',
    atWorkstation({}, async (workstation) => {
      const aadsts = { number: 53003, error: 'access_denied', text: 'Blocked.' }
      workstation.authority.next('devicecode', { aadsts })
      const { code, errors } = await workstation.run('signin', '--tenant', contoso.domain)
      expect(code).toBe(3)
      expect(errors).toContain("doesn't allow signing in with a code")
      expect(errors).toContain("Use the app's window instead")
      expect(errors).toMatch(/AADSTS53003, correlation ID [0-9a-f-]{36}, \d{4}-/)
    }),
  )

  test(
    'is for a person: a command without a terminal says what to do and sends nothing',
    atWorkstation({}, async (workstation) => {
      const { code, errors } = await workstation.startPhones('--tenant', contoso.domain).done
      expect(code).toBe(3)
      expect(errors).toContain('"signin --tenant contoso.com"')
      expect(workstation.simulator.ledger.batches).toEqual([])
      expect(workstation.authority.calls('devicecode')).toBe(0)
    }),
  )

  test(
    'names a tenant that does not exist, and one that cannot be one',
    atWorkstation({}, async (workstation) => {
      const unknown = await workstation.run('signin', '--tenant', 'contosso.com')
      expect(unknown.code).toBe(3)
      expect(unknown.errors).toContain('knows no tenant "contosso.com"')
      expect(await workstation.run('signin', '--tenant', 'https://contoso.com')).toMatchObject({ code: 64 })
      expect(await workstation.run('signin', '--client-id', 'contoso')).toMatchObject({ code: 64 })
    }),
  )
})

describeWith(here.keyring, { concurrent: true })('several accounts', () => {
  test(
    'are never guessed between: the tenant or the name decides',
    atWorkstation({}, async (workstation) => {
      await workstation.signIn(partner)
      await workstation.signIn(partner, '--tenant', fabrikam.domain)
      const ambiguous = await workstation.startPhones().done
      expect(ambiguous.code).toBe(3)
      for (const part of [partner.username, contoso.id, fabrikam.id]) expect(ambiguous.errors).toContain(part)
      expect(workstation.simulator.ledger.batches).toEqual([])

      const chosen = await workstation.startPhones('--tenant', fabrikam.domain).done
      expectRan(chosen)
      expect(chosen.errors).toContain(`Tenant    ${fabrikam.id}`)
    }),
  )

  test(
    'are signed out one by one, each in its tenant, or all at once',
    atWorkstation({}, async (workstation) => {
      await workstation.signIn(partner)
      await workstation.signIn(partner, '--tenant', fabrikam.domain)
      expect(await workstation.run('signout', partner.username)).toMatchObject({ code: 3 })
      const one = await workstation.run('signout', partner.username.toUpperCase(), '--tenant', fabrikam.id)
      expect(one).toMatchObject({ code: 0 })
      expect(await workstation.run('whoami')).toMatchObject({
        code: 0,
        out: `${partner.username}  tenant ${contoso.id}\n`,
      })
      expect(await workstation.run('signout', '--all')).toMatchObject({ code: 0 })
      expect(await readdir(workstation.dataDirectory)).toEqual([])
      expect(await workstation.keyring.key()).toBeUndefined()
    }),
  )
})

describeWith(here.keyring, { concurrent: true })('a computer without a keyring', () => {
  test(
    'keeps a sign-in for the command alone, which it says before and after',
    atWorkstation({ keyring: false }, async (workstation) => {
      const { code, out, errors } = await workstation.signIn(oslo)
      expect(code).toBe(0)
      expect(out).toContain('Signed in')
      expect(errors).toMatch(/won't be kept.*secret-tool.*--store-unencrypted.*Open http.*isn't kept/s)
      expect(await workstation.run('whoami')).toMatchObject({ code: 3 })
      expect(await readdir(workstation.dataDirectory).catch(() => [])).toEqual([])
    }),
  )

  test(
    'keeps it in a file of its owner when asked to, with a warning each time',
    atWorkstation({ keyring: false }, async (workstation) => {
      const commands = [
        await workstation.signIn(oslo, '--store-unencrypted'),
        await workstation.run('whoami'),
        await workstation.startPhones().done,
      ]
      for (const outcome of commands) {
        expectRan(outcome)
        expect(outcome.errors).toContain('WITHOUT ENCRYPTION')
      }
      expect(workstation.authority.calls('devicecode')).toBe(1)
      const file = join(workstation.dataDirectory, 'cli-tokens-unencrypted')
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(await workstation.run('signout')).toMatchObject({ code: 0 })
      expect(await workstation.run('whoami')).toMatchObject({ code: 3, errors: '' })
    }),
  )

  test(
    'that had one neither loses what was kept encrypted nor mixes it with clear text',
    atWorkstation({}, async (workstation) => {
      await workstation.signIn(oslo)
      const withoutKeyring = { PATH: join(workstation.directory, 'empty') }
      const blocked = await workstation.startWith(withoutKeyring, 'whoami').done
      expect(blocked.code).toBe(3)
      expect(blocked.errors).toContain("is stored here, but it can't be opened now")
      const mixed = await workstation.startWith(withoutKeyring, 'signin', '--store-unencrypted').done
      expect(mixed).toMatchObject({ code: 3, errors: expect.stringContaining('signout --all') })
      expect(await workstation.run('whoami')).toMatchObject({ code: 0 })
    }),
  )
})

describeWith(here.keyring)('a sign-in that nobody finishes', () => {
  test(
    'is cancelled by Ctrl-C at once, however seldom Microsoft wants to be asked',
    atWorkstation({}, async (workstation) => {
      workstation.authority.next('devicecode', {
        json: {
          user_code: 'A1B2C3D4',
          device_code: 'unused',
          verification_uri: 'https://localhost/device',
          expires_in: 900,
          // Longer than this test may take.
          interval: 850,
          message: '',
        },
      })
      workstation.authority.always('device_code', {
        aadsts: { number: 70016, error: 'authorization_pending' },
      })
      const running = workstation.start('signin')
      await running.said('enter the code')
      running.signal('SIGINT')
      const { code, errors } = await running.done
      expect(code).toBe(3)
      expect(errors).toContain('Signing in was canceled.')
      expect(await readdir(workstation.dataDirectory).catch(() => [])).toEqual([])
    }),
  )
})
