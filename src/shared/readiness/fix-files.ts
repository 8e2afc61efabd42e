/** The reasons for which there is a script. */
export const fixReasons = [
  'bulk-sign-in',
  'trusted-addresses',
  'licence',
  'number',
  'phone-policy',
  'calling-policy',
  'usage-location',
  'on-premises',
] as const
export type FixReason = (typeof fixReasons)[number]

/** The file in which the numbers are filled in. */
export const numbersName = 'phone-numbers.csv'

/** All files that `fixScripts` may write. */
export const fixFiles = [...fixReasons.map((reason) => `fix-${reason}.ps1` as const), numbersName] as const
export type FixFile = (typeof fixFiles)[number]
