import { expect, test } from 'vitest'
import { urlsAsText } from '../../../src/renderer/src/model/urls-as-text.ts'
import { provisioningUrls } from '../../../src/shared/gateway/provisioning-urls.ts'

test('the URLs of a region are one line a device, with the DHCP option where there is one', () => {
  const [noam] = provisioningUrls('11111111-2222-4333-8444-555555555555')
  if (!noam) throw new Error('No region')
  const lines = urlsAsText([noam]).trimEnd().split('\r\n')
  expect(lines).toHaveLength(noam.devices.length + 1)
  expect(lines[0]).toBe('Provisioning URLs, NOAM (Americas)')
  expect(lines[1]).toBe(
    'Yealink and Alcatel-Lucent Enterprise phones\thttp://noam.ipp.sdg.teams.microsoft.com/tenantid/11111111-2222-4333-8444-555555555555\tDHCP option 66',
  )
})
