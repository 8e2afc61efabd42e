import { isLoopbackAddress } from '../gateway/address.ts'

/** "Device Management Service": what the tokens of the inventory are for. No other API gets them, and it gets no others. */
export const inventoryResource = 'https://devicemgmt.teams.microsoft.com'

/** Where the Teams admin center reads its devices; the only place that ever gets a token of that resource from Microsoft. */
export const inventoryBaseUrl = 'https://admin.devicemgmt.teams.microsoft.com'

/** Whether the inventory may be asked at this address: the service itself, or a stand-in on this machine. */
export const isAllowedInventoryUrl = (address: string): boolean =>
  address === inventoryBaseUrl || isLoopbackAddress(address)
