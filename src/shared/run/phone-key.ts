type Named = { readonly username: string; readonly hardwareId: string }

/**
 * Identifies a phone by device and account together, because an account may be on several devices, and a device may get
 * another account. Ignores case and separators.
 */
export const phoneKeyOf = (phone: Named): string => `${deviceKeyOf(phone)} ${accountKeyOf(phone)}`

/** A port of an adapter is a device of its own: it makes three digits more. */
export const deviceKeyOf = ({ hardwareId }: Pick<Named, 'hardwareId'>): string =>
  hardwareId.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()

export const accountKeyOf = ({ username }: Pick<Named, 'username'>): string => username.trim().toLowerCase()
