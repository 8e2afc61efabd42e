import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTrustedAddresses } from '../../../src/core/gateway/trusted-addresses.ts'
import { known, unread } from '../../../src/shared/readiness/facts.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { rangeOf } from '../../../src/shared/site/check/trusted-addresses.ts'

const tenant = { id: 'a', name: 'Contoso', simulated: false }

const read = async (json: unknown) =>
  (
    await readTrustedAddresses({
      tenant,
      reads: { policies: async () => ({ ms: 1, answer: succeed(json) }) },
    })
  ).ranges

describe('the trusted addresses of a tenant', () => {
  test('are read in whatever case, alone or in a list, with or without their bits', async () => {
    const good = { address: '203.0.113.0', maskBits: 24 }
    expect(await read([{ Identity: 'x', IPAddress: '203.0.113.0', MaskBits: 24 }])).toEqual(known([good]))
    expect(await read({ identity: '203.0.113.0', maskBits: '24' })).toEqual(known([good]))
    expect(await read([{ ipAddress: '203.0.113.0/24' }])).toEqual(known([good]))
    expect(await read([{ ipAddress: '203.0.113.9' }, { ipAddress: '2001:db8::' }])).toEqual(
      known([
        { address: '203.0.113.9', maskBits: 32 },
        { address: '2001:db8::', maskBits: 128 },
      ]),
    )
    expect(await read([])).toEqual(known([]))
  })

  test.each([
    ['another form', 'nothing'],
    ['no address', [{ identity: 'Site' }]],
    ['more bits than an address has', [{ ipAddress: '203.0.113.0', maskBits: 33 }]],
    ['a range of all addresses', [{ ipAddress: '0.0.0.0', maskBits: 0 }]],
    ['one good and one that is none', [{ ipAddress: '203.0.113.0' }, { ipAddress: null }]],
  ])('count for nothing with %s', async (_, json) => {
    expect(await read(json)).toEqual(unread('odd'))
  })

  test('say why they could not be read', async () => {
    const denied = fail({ kind: 'denied', why: { code: 'role' } } as const)
    const reads = { policies: async () => ({ ms: 1, answer: denied }) }
    expect((await readTrustedAddresses({ tenant, reads })).ranges).toEqual(unread('denied'))
  })
})

test('an address is within a range where the bits that count agree', () => {
  const bits = (address: string): string =>
    address
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('')
  // Near each other, so that both answers occur.
  const near = fc
    .tuple(
      fc.constantFrom(0, 127, 128, 203, 255),
      fc.constantFrom(0, 128, 255),
      fc.constantFrom(0, 1),
      fc.nat(255),
    )
    .map((bytes) => bytes.join('.'))
  fc.assert(
    fc.property(near, near, fc.integer({ min: 1, max: 32 }), (ours, address, maskBits) => {
      const isWithin = bits(ours).slice(0, maskBits) === bits(address).slice(0, maskBits)
      const range = { address, maskBits }
      expect(rangeOf(ours, [{ address: '2001:db8::', maskBits: 32 }, range])).toEqual(
        isWithin ? range : undefined,
      )
    }),
  )
})
