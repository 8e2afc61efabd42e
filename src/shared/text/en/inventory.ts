import type { DeviceUnread } from '../../inventory/device.ts'
import { count, plural } from '../plural.ts'

/** The words about the device inventory of the Teams admin center. */
export const inventory = {
  /** `until`: a moment, `left`: how long until then. */
  inTime: {
    onboarded: (until: string, left: string) =>
      `New phone: bulk sign-in is possible until ${until} (${left} left).`,
    'signed-out': (until: string, left: string) =>
      `Signed out: bulk sign-in is possible until ${until} (${left} left).`,
  },
  late: {
    onboarded: (since: string) =>
      `Bulk sign-in was possible until ${since}, 72 hours after the phone came to the tenant. Reset it and provision it again, or sign in on the phone itself.`,
    'signed-out': (since: string) =>
      `Bulk sign-in was possible until ${since}, 168 hours after the phone was signed out. Reset it and provision it again, or sign in on the phone itself.`,
  },
  inUse: (user: string) =>
    `${user} is signed in on this phone. Make sure that it's the right phone before you sign in another account.`,
  inUseUnnamed:
    "Someone is signed in on this phone. Make sure that it's the right phone before you sign in another account.",
  inUseSame:
    'This account is already signed in on this phone. Signing it in again resets its password again.',
  notListed:
    "This phone isn't in the device inventory. Compare the hardware ID with its label, and check that it took its provisioning URL.",
  what: 'The phone in the device inventory',
  why: {
    absent: "the inventory doesn't say",
    odd: "the inventory says it in a form that this app doesn't know",
    denied: 'no rights',
    expired: 'the sign-in has ended',
    'no-token': 'Microsoft gives this sign-in no access to the inventory',
    throttled: 'too many requests',
    refused: 'refused',
    'region-full': 'refused',
    'not-found': 'not offered by this tenant',
    unavailable: "the service can't answer",
    unreachable: 'no answer',
    stopped: 'stopped before it was found',
    unexpected: 'the answer has an unexpected form',
    port: "it isn't known which record belongs to a port of an adapter",
    several: 'the inventory has it more than once',
    unfinished: 'the inventory has more devices than this app reads',
    'none-listed': "the inventory has none of the list's phones, so it says nothing about one of them",
  } satisfies Record<DeviceUnread, string>,
  read: (at: string, seen: number) => `Device inventory read ${at}: ${plural(seen, 'device')}.`,
  devices: (seen: number) => `Device inventory read: ${plural(seen, 'device')}.`,
  experimental:
    "Experimental: Microsoft doesn't document the device inventory, and this app has never seen a real one. Treat what it says as a hint.",
  /** `shown` of those whose time is not over. */
  mostUrgent: (shown: number, phones: number) =>
    shown < phones
      ? `The ${count(shown)} most urgent of ${plural(phones, 'phone')} with time left:`
      : `${plural(phones, 'phone')} with time left, most urgent first:`,
}
