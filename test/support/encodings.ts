export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))

export const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16())

/** Only for texts of characters up to U+00FF outside U+0080 to U+009F, which windows-1252 shares with Latin-1. */
export const windows1252 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
