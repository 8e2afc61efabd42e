import { describe, expect, test } from 'vitest'
import { provisioningUrls } from '../../../src/shared/gateway/provisioning-urls.ts'
import { regions } from '../../../src/shared/gateway/region.ts'
import { text } from '../../../src/shared/text/index.ts'

const tenantId = '3fa85f64-5717-4562-b3fc-2c963f66afa6'

describe('the provisioning URLs of a tenant', () => {
  test('are there for every region and kind of device', () => {
    const kinds = Object.keys(text.gateway.urls.devices).sort()
    expect(provisioningUrls(tenantId).map(({ region }) => region)).toEqual(regions)
    for (const { devices } of provisioningUrls(tenantId))
      expect(devices.map(({ kind }) => kind).sort()).toEqual(kinds)
  })

  test.each([
    ['yealink-ale-phone', '', 66],
    ['audiocodes-phone', '', 160],
    ['poly-phone', '', 160],
    ['cisco-phone', '/$PSN.xml', 160],
    ['audiocodes-ata', '/mac.ini', undefined],
    ['cisco-ata', '/mac.cfg', undefined],
    ['poly-ata', '/$mac.cfg', undefined],
  ])('are the documented ones for %s', (kind, suffix, dhcpOption) => {
    for (const { region, devices } of provisioningUrls(tenantId)) {
      const device = devices.find((one) => one.kind === kind)
      const base = `http://${region.toLowerCase()}.ipp.sdg.teams.microsoft.com`
      expect(device?.url).toBe(`${base}/tenantid/${tenantId}${suffix}`)
      expect(device?.dhcpOption).toBe(dhcpOption)
    }
  })

  test('are all http and never name a language', () => {
    const urls = provisioningUrls(tenantId).flatMap(({ devices }) => devices.map(({ url }) => url))
    expect(urls.filter((url) => !url.startsWith('http://'))).toEqual([])
    expect(urls.filter((url) => url.includes('lang_'))).toEqual([])
    expect(text.gateway.urls.language).toContain("isn't documented")
  })

  test('carry a note exactly where the sources differ', () => {
    const noted = provisioningUrls(tenantId)[0]?.devices.filter(({ note }) => note !== undefined)
    expect(noted?.map(({ kind }) => kind)).toEqual(['poly-phone', 'cisco-ata'])
  })

  test('are not made of what is no tenant ID', () => {
    expect(() => provisioningUrls('contoso.com')).toThrow(RangeError)
  })
})
