import { describe, expect, test } from 'vitest'
import type { Gateway } from '../../../src/core/gateway/gateway.ts'
import { gatewayTo, route, valueIn } from '../../support/admin-api.ts'
import { longToken } from '../../support/long-token.ts'

/** A gateway whose service answers every call with this JSON. */
const answering = (body: unknown): Gateway =>
  gatewayTo('http://127.0.0.1:1', {
    fetch: async (url) => Response.json(String(url).endsWith('serviceDiscovery') ? route : body),
  })

describe('a batch status', () => {
  const item = { userName: 'lobby@contoso.com', hardwareId: '1A-2B-3C-D4-E5-F6' }

  test.each([
    [
      'camelCase',
      { batchId: 'b1', batchStatus: 'Completed', batchItems: [{ ...item, status: 'success', error: null }] },
    ],
    ['batchItem', { batchId: 'b1', batchStatus: 'Completed', batchItem: [{ ...item, status: 'success' }] }],
    [
      'PascalCase',
      {
        BatchId: 'b1',
        BatchStatus: 'Completed',
        BatchItem: [{ UserName: item.userName, HardwareId: item.hardwareId, Status: 'success', Error: '' }],
      },
    ],
    ['an item alone', { BATCHID: 'b1', batchstatus: 'Completed', batchitem: { ...item, STATUS: 'success' } }],
  ])('is read in %s', async (_name, body) => {
    expect(valueIn(await answering(body).batchStatus('b1'))).toEqual({
      batchId: 'b1',
      batchStatus: 'Completed',
      items: [{ ...item, status: 'success', error: undefined }],
    })
  })

  test('keeps the words of an error untouched', async () => {
    const error = '  Device  is offline.\n'
    const body = {
      batchId: 'b1',
      batchStatus: 'InProgress',
      batchItems: [{ ...item, status: 'failed', error }],
    }
    expect(valueIn(await answering(body).batchStatus('b1')).items[0]?.error).toBe(error)
  })

  test.each<[string, unknown]>([
    ['null', null],
    ['nothing', {}],
    ['a status without a name', { UserName: null, HardwareId: '', Status: 'failed' }],
  ])('tells of the phones beside an item that is %s', async (_what, other) => {
    const body = {
      batchId: 'b1',
      batchStatus: 'Completed',
      batchItems: [other, { ...item, status: 'success' }],
    }
    const { items } = valueIn(await answering(body).batchStatus('b1'))
    expect(items).toMatchObject([
      { userName: '', hardwareId: '' },
      { ...item, status: 'success' },
    ])
  })

  test.each([
    ['no status', { batchId: 'b1', batchItems: [] }],
    [
      'items without a name',
      { batchId: 'b1', batchStatus: 'InProgress', batchItems: [{ status: 'success' }] },
    ],
    ['an array', [{ batchId: 'b1', batchStatus: 'InProgress' }]],
    ['null', null],
  ])('is unexpected with %s', async (_name, body) => {
    expect(await answering(body).batchStatus('b1')).toMatchObject({ failure: { kind: 'unexpected' } })
  })
})

describe('batch summaries', () => {
  test('are read in either case, with what is missing left out', async () => {
    const body = [
      {
        batchId: 'b1',
        batchItemsCount: 3,
        batchStatus: 'Completed',
        region: 'NOAM',
        requestTime: 't',
        userId: 'u',
      },
      { BatchId: 'b2', BatchItemsCount: '2', BatchStatus: null },
    ]
    expect(valueIn(await answering(body).batchSummaries())).toEqual([
      {
        batchId: 'b1',
        itemsCount: 3,
        batchStatus: 'Completed',
        region: 'NOAM',
        requestTime: 't',
        userId: 'u',
      },
      {
        batchId: 'b2',
        itemsCount: 2,
        batchStatus: '',
        region: undefined,
        requestTime: undefined,
        userId: undefined,
      },
    ])
  })
})

describe('the time of a batch', () => {
  test.each([
    ['2026-03-02T09:00:00', '2026-03-02T09:00:00Z'],
    ['2026-03-02T09:00:00.1234567', '2026-03-02T09:00:00.1234567Z'],
    ['2026-03-02 09:00:00', '2026-03-02 09:00:00Z'],
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'],
    ['2026-03-02T09:00:00+01:00', '2026-03-02T09:00:00+01:00'],
    ['03/02/2026 09:00:00', '03/02/2026 09:00:00'],
  ])('%s is %s, whatever the time zone of this computer', async (requestTime, read) => {
    const [batch] = valueIn(await answering([{ batchId: 'b1', requestTime }]).batchSummaries())
    expect(batch?.requestTime).toBe(read)
  })
})

describe('a created batch', () => {
  test('needs an ID and nothing else', async () => {
    expect(valueIn(await answering({ BatchId: 17 }).createBatch('NOAM', []))).toEqual({
      batchId: '17',
      itemsCount: undefined,
    })
    expect(await answering({ batchId: '' }).createBatch('NOAM', [])).toMatchObject({
      failure: { kind: 'unexpected' },
    })
  })
})

describe('a tenant', () => {
  const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6'

  test.each([
    ['alone', { TenantId: id, DisplayName: 'Contoso', VerifiedDomains: ['contoso.com'] }],
    ['in an array', [{ tenantId: id, displayName: 'Contoso', verifiedDomains: [{ name: 'contoso.com' }] }]],
    [
      'with its first domain first',
      {
        TenantId: id,
        DisplayName: 'Contoso',
        VerifiedDomains: [{ Name: 'contoso.onmicrosoft.com' }, { Name: 'contoso.com' }],
      },
    ],
    [
      'with a default domain',
      {
        TenantId: id,
        DisplayName: 'Contoso',
        VerifiedDomains: [{ Name: 'other.com' }, { Name: 'contoso.com', IsDefault: true }],
      },
    ],
  ])('is read %s', async (_name, body) => {
    expect(valueIn(await answering(body).tenant())).toMatchObject({
      ...{ id, name: 'Contoso', domain: 'contoso.com' },
      domains: expect.arrayContaining(['contoso.com']),
    })
  })

  test('can do without name and domains, not without an ID', async () => {
    expect(valueIn(await answering({ TenantId: id, VerifiedDomains: 3 }).tenant())).toMatchObject({ id })
    expect(await answering([]).tenant()).toMatchObject({ failure: { kind: 'unexpected' } })
    expect(await answering({ DisplayName: 'Contoso' }).tenant()).toMatchObject({
      failure: { kind: 'unexpected' },
    })
  })
})

describe('names and IDs', () => {
  // Nobody has seen an ID of a batch on a live tenant: it may be any row of letters and digits.
  const opaque = 'Zm9vYmFyQkFaMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6'

  test('are compared letter by letter, so what could be a token by its looks stays', async () => {
    const userName = `lobby@${opaque}.example`
    const batch = { batchId: opaque, batchStatus: 'x', batchItems: [{ userName, hardwareId: opaque }] }
    expect(valueIn(await answering(batch).createBatch('NOAM', [])).batchId).toBe(opaque)
    const report = valueIn(await answering(batch).batchStatus(opaque))
    expect(report.items).toMatchObject([{ userName, hardwareId: opaque }])
    expect(valueIn(await answering([{ ...batch, userId: opaque }]).batchSummaries())).toMatchObject([
      { batchId: opaque, userId: opaque },
    ])
  })

  test('that are a token are none', async () => {
    const token = longToken(150).slice(0, 150)
    expect(await answering({ batchId: token }).createBatch('NOAM', [])).toMatchObject({
      failure: { kind: 'unexpected', said: expect.stringContaining('[token removed]') },
    })
    const report = { batchStatus: 'x', batchItems: [{ userName: token, hardwareId: '1A-2B-3C-D4-E5-F6' }] }
    expect(valueIn(await answering(report).batchStatus('b')).items).toMatchObject([
      { userName: '[token removed]' },
    ])
  })
})
