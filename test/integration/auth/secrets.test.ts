import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAuthenticator } from '../../../src/core/auth/authenticator.ts'
import { readPages } from '../../../src/core/auth/pages.ts'
import { createTokenCache } from '../../../src/core/auth/token-cache.ts'
import { tokenFile } from '../../../src/core/auth/token-file.ts'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import { accountOf, tokenOf } from '../../support/authority/auth-app.ts'
import { startAuthority } from '../../support/authority/authority.ts'
import { fabrikam, oslo, partner } from '../../support/authority/directory.ts'
import { clientId } from '../../support/authority/entra.ts'
import { person } from '../../support/authority/person.ts'
import { keyedCipher } from '../../support/authority/token-safe.ts'
import { removeFolder } from '../../support/remove-folder.ts'

test('no code and no token gets out: not to the disk in clear, not into logs, failures, pages or accounts', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tokens-'))
  const authority = await startAuthority()
  const visitor = person(partner)
  const seen: unknown[] = []
  const cache = createTokenCache({
    store: tokenFile(join(directory, 'tokens')),
    cipher: keyedCipher(),
    onTrouble: (trouble) => seen.push(trouble),
  })
  const authenticator = createAuthenticator({
    clientId,
    authorityHost: authority.origin,
    signInResource: adminApiResource,
    cache,
    fetch,
    clock: systemClock,
    openBrowser: visitor.open,
    pages: await readPages('resources/sign-in'),
    userAgent: 'sip-gateway-bulk-sign-in/test',
    log: (entry) => seen.push(entry),
  })

  const home = accountOf(await authenticator.signIn({}))
  const guest = accountOf(await authenticator.signIn({ tenant: fabrikam.domain }))
  const byCode = await authenticator.signInByDeviceCode({ onCode: () => authority.answerDeviceCode(oslo) })
  const token = tokenOf(await authenticator.token(home.id, { resource: adminApiResource, renew: true }))
  // An authority that repeats what it was sent.
  const leaky = `Refused. Authorization: Bearer ${token}; refresh_token=${authority.last('refresh_token').get('refresh_token')}`
  for (const number of [50173, 999999]) {
    authority.next('refresh_token', { aadsts: { number, text: leaky } })
    seen.push(await authenticator.token(guest.id, { resource: adminApiResource, renew: true }))
    authority.next('authorization_code', { aadsts: { number, text: leaky } })
    seen.push(await authenticator.signIn({}))
  }
  authority.next('refresh_token', { cut: true })
  seen.push(await authenticator.token(guest.id, { resource: adminApiResource, renew: true }))
  await authenticator.signOut(guest.id)
  seen.push(byCode, await authenticator.accounts(), await visitor.pages())
  for (const name of await readdir(directory)) {
    seen.push(await readFile(join(directory, name), 'latin1'))
    expect((await stat(join(directory, name))).mode & 0o077).toBe(0)
  }
  await authority.close()

  const everything = JSON.stringify(seen)
  expect(authority.secrets.length).toBeGreaterThan(15)
  expect(authority.secrets.filter((secret) => everything.includes(secret))).toEqual([])
  expect(everything).not.toContain('MARKED')
  expect(everything).not.toContain('eyJ')
  await removeFolder(directory)
})

test('what is left after a sign-out, decrypted, has nothing of that account', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tokens-'))
  const authority = await startAuthority()
  const file = join(directory, 'tokens')
  const cipher = keyedCipher()
  let browser = person(oslo)
  const authenticator = createAuthenticator({
    clientId,
    authorityHost: authority.origin,
    signInResource: adminApiResource,
    cache: createTokenCache({ store: tokenFile(file), cipher }),
    fetch,
    clock: systemClock,
    openBrowser: (url) => browser.open(url),
    pages: { success: '', error: '' },
    userAgent: 'sip-gateway-bulk-sign-in/test',
  })
  const leaving = accountOf(await authenticator.signIn({}))
  browser = person(partner)
  const staying = accountOf(await authenticator.signIn({}))
  const before = (await cipher.decrypt(await readFile(file))).text
  expect(before).toContain(oslo.oid)

  await authenticator.signOut(leaving.id)

  const after = (await cipher.decrypt(await readFile(file))).text
  expect(after).toContain(partner.oid)
  for (const trace of [oslo.oid, oslo.username, oslo.name]) expect(after).not.toContain(trace)

  await authenticator.signOut(staying.id)
  expect(await readdir(directory)).toEqual([])
  await authority.close()
  await removeFolder(directory)
})
