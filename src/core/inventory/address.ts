import { isLoopbackAddress } from '../gateway/address.ts'

/** The resource of the inventory's tokens, "Device Management Service". No other API gets them. It gets no others. */
export const inventoryResource = 'https://devicemgmt.teams.microsoft.com'

/** The Teams admin center reads its devices here. No other place ever gets a token of that resource from Microsoft. */
export const inventoryBaseUrl = 'https://admin.devicemgmt.teams.microsoft.com'

/** Whether the inventory may be asked at this address: the service itself, or a stand-in on this machine. */
export const isAllowedInventoryUrl = (address: string): boolean =>
  address === inventoryBaseUrl || isLoopbackAddress(address)
