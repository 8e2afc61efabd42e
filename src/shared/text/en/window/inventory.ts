import { count, plural } from '../../plural.ts'

/** The device inventory in the window: until when phones can be signed in, and which ones others use. */
export const inventory = {
  title: 'Device inventory (experimental)',
  off: 'The device inventory of the Teams admin center can tell until when each phone can be bulk signed in, and which phones another account uses.',
  switchOn: 'Turn it on in Settings',
  notRead: 'Not read yet.',
  reading: 'Reading the device inventory.',
  stopped: 'Reading the device inventory stopped.',
  read: 'Read the inventory',
  again: 'Read again',
  stop: 'Stop reading',
  failed: (message: string) => `The device inventory couldn't be read. ${message}`,
  notLookedUp: (phones: number) => `${plural(phones, 'phone')} not looked up: added since.`,
  groups: {
    'in-use': (phones: number) => `${plural(phones, 'phone')} that another account uses`,
    late: (phones: number) => `${plural(phones, 'phone')} past the deadline for bulk sign-in`,
    'not-listed': (phones: number) => `${plural(phones, 'phone')} that the inventory doesn't have`,
    'in-use-same': (phones: number) => `${plural(phones, 'phone')} already signed in with the same account`,
  },
  unread: (phones: number, why: string) => `${plural(phones, 'phone')} not read: ${why}`,
  timeLeft: (shown: number, phones: number) =>
    shown < phones
      ? `Time left: the ${count(shown)} most urgent of ${plural(phones, 'phone')}`
      : 'Time left, most urgent first',
  left: (left: string) => `${left} left`,
  phone: (row: number, username: string, until: string) => `Row ${count(row)}: ${username}, until ${until}`,
  selectUrgent: (phones: number) => `Select the ${plural(phones, 'phone')} with the least time left`,
  row: {
    name: 'Device',
    onboarded: (at: string) => `In the inventory since ${at}.`,
    'signed-in': (at: string) => `Signed in since ${at}.`,
    'signed-out': (at: string) => `Signed out since ${at}.`,
    user: (user: string) => `Signed in last: ${user}.`,
    health: (state: string) => `Health: ${state}.`,
    healthSince: (state: string, at: string) => `Health: ${state}, since ${at}.`,
    firmware: (version: string) => `Firmware ${version}.`,
    readAt: (at: string) => `Read ${at}.`,
  },
  confirm: {
    name: 'Device inventory',
    inUse: (row: number, user: string) => `Row ${count(row)}: ${user} is signed in on this phone.`,
    inUseUnnamed: (row: number) => `Row ${count(row)}: someone is signed in on this phone.`,
    makeSure: (phones: number) =>
      phones === 1
        ? "Make sure that it's the right phone before you sign in another account."
        : "Make sure that they're the right phones before you sign in other accounts.",
    moreInUse: (phones: number) => `${plural(phones, 'more phone')} that another account uses.`,
    late: (phones: number) =>
      `${plural(phones, 'phone')} past the deadline for bulk sign-in: ${phones === 1 ? 'it' : 'they'} may fail.`,
    reading: "Still reading the device inventory. You don't have to wait.",
  },
  setting: {
    label: 'Device inventory (experimental)',
    hint: "Reads the Teams admin center's devices along with Check readiness. A separate token with your rights goes to admin.devicemgmt.teams.microsoft.com, which is only read. Microsoft doesn't document it, and this app has never seen a real one.",
    off: 'Off',
    on: 'Read it with Check readiness',
  },
}
