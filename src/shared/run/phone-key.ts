type Named = { readonly username: string; readonly hardwareId: string }

/**
 * What makes a phone the same one: device and account together, for an account may be on several devices, and a device
 * may be given another account. Without regard to case and separators.
 */
export const phoneKeyOf = (phone: Named): string => `${deviceKeyOf(phone)} ${accountKeyOf(phone)}`

/** A port of an adapter is a device of its own: it makes three digits more. */
export const deviceKeyOf = ({ hardwareId }: Pick<Named, 'hardwareId'>): string =>
  hardwareId.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()

export const accountKeyOf = ({ username }: Pick<Named, 'username'>): string => username.trim().toLowerCase()
