import { expect, test } from 'vitest'
import { createConnection, type ModuleSignIn } from '../../../src/core/powershell/connection.ts'
import type { BridgeRequest } from '../../../src/core/powershell/messages.ts'
import type { LoadedModule } from '../../../src/core/powershell/module.ts'
import type { LoggingKind } from '../../../src/shared/powershell/module-facts.ts'
import type { ModuleTrouble } from '../../../src/shared/powershell/trouble.ts'
import { succeed } from '../../../src/shared/result.ts'

/** A module that signs in to these tenants, one after the other. */
function connecting(signIn: ModuleSignIn, tenants: readonly string[], written: readonly LoggingKind[] = []) {
  const asked: BridgeRequest[] = []
  const troubles: ModuleTrouble[] = []
  const told: (readonly LoggingKind[])[] = []
  const left = [...tenants]
  const module: LoadedModule = {
    bridge: {
      async ask(request) {
        asked.push(request)
        const value = { tenantId: left.shift() ?? '', account: 'operator@contoso.com' }
        return { kind: 'answered', answer: { id: 1, ok: true, value, warning: '' } }
      },
      hasEnded: () => false,
      end: async () => {},
    },
    host: { edition: 'core', program: '/usr/bin/pwsh' },
    hello: {
      ...{ version: '7.6.9', edition: 'Core', modules: ['7.8.0'], policies: {} },
      logging: {
        module: written.includes('module'),
        scriptBlock: written.includes('scriptBlock'),
        transcript: written.includes('transcript'),
      },
    },
    ...{ version: '7.8.0', simulated: false, folder: '/tmp' },
    end: async () => {},
  }
  const connection = createConnection({
    load: async () => succeed(module),
    signIn,
    trouble: (trouble) => troubles.push(trouble),
    logging: (kinds) => told.push(kinds),
  })
  return { connection, asked, troubles, told }
}

const contoso = '11111111-2222-4333-8444-555555555555'
const tokens = (): ModuleSignIn => {
  const renewed: string[] = []
  return {
    ...{ kind: 'tokens', tenantId: contoso },
    tokens: async ({ resource, renew }) => {
      if (renew) renewed.push(resource)
      return succeed(`${resource.slice(0, 8)} ${renewed.filter((one) => one === resource).length}`)
    },
  }
}

test('a module that signs in by itself stays with its first tenant, whoever enters the next code', async () => {
  const { connection, troubles } = connecting({ kind: 'module', method: 'device' }, [
    contoso,
    contoso.toUpperCase(),
    'fabrikam',
  ])
  expect((await connection.ready()).ok).toBe(true)
  connection.expire()
  expect((await connection.ready()).ok).toBe(true)
  connection.expire()
  expect(await connection.ready()).toMatchObject({ ok: false, failure: { kind: 'unreachable', sent: 'no' } })
  expect(troubles).toEqual([{ kind: 'other-tenant', tenantId: 'fabrikam' }])
})

test('with tokens of ours nothing goes on in another tenant than that of the session', async () => {
  const { connection, troubles } = connecting(tokens(), ['fabrikam'])
  expect(await connection.ready()).toMatchObject({ ok: false, failure: { sent: 'no' } })
  expect(troubles).toEqual([{ kind: 'other-tenant', tenantId: 'fabrikam' }])
})

test('the pair is connected once, and a fresh pair once more', async () => {
  const { connection, asked } = connecting(tokens(), [contoso, contoso])
  await connection.ready()
  await connection.ready()
  connection.expire()
  await connection.ready()
  await connection.ready()
  expect(asked).toEqual([
    { op: 'connect', tokens: ['https:// 0', '48ac35b8 0'] },
    { op: 'connect', tokens: ['https:// 1', '48ac35b8 1'] },
  ])
})

test('a policy that logs parameters gets no token, and no objection to a sign-in of the module', async () => {
  const logged = connecting(tokens(), [contoso], ['module', 'transcript'])
  expect((await logged.connection.ready()).ok).toBe(false)
  expect([logged.asked, logged.troubles, logged.told]).toEqual([[], [{ kind: 'logged' }], []])
  const own = connecting({ kind: 'module', method: 'device' }, [contoso], ['module'])
  expect((await own.connection.ready()).ok).toBe(true)
  expect(own.told).toEqual([['module']])
})

test('what a policy has written down of a session is told once, as the module is loaded', async () => {
  const { connection, told } = connecting(tokens(), [contoso, contoso], ['scriptBlock', 'transcript'])
  expect(connection.facts()).toBeUndefined()
  await connection.ready()
  connection.expire()
  await connection.ready()
  expect(told).toEqual([['scriptBlock', 'transcript']])
  expect(connection.facts()).toEqual({
    ...{ edition: 'core', version: '7.6.9', module: '7.8.0' },
    logging: ['scriptBlock', 'transcript'],
  })
})
