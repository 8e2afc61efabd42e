import fc from 'fast-check'

const octet = fc.integer({ min: 0, max: 255 }).map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

/** Any MAC address that a device can have, in canonical form. */
export const anyMac: fc.Arbitrary<string> = fc
  .tuple(
    octet.filter((first) => Number.parseInt(first, 16) % 2 === 0),
    octet,
    octet,
    octet,
    octet,
    octet,
  )
  .map((octets) => octets.join('-'))
  .filter((mac) => mac !== '00-00-00-00-00-00')

/** No port, or any there is. */
export const anyPort: fc.Arbitrary<string> = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 999 }).map((port) => `:${String(port).padStart(3, '0')}`),
)

/** The forms in which people and devices write a MAC address. */
export const macForms: readonly ((mac: string) => string)[] = [
  (mac) => mac,
  (mac) => mac.toLowerCase(),
  (mac) => mac.replaceAll('-', ':'),
  (mac) => mac.replaceAll('-', '').toLowerCase(),
  (mac) => inGroups(mac, 4, '.').toLowerCase(),
  (mac) => inGroups(mac, 4, '-'),
  (mac) => inGroups(mac, 6, '-'),
]

function inGroups(mac: string, size: number, separator: string): string {
  const digits = mac.replaceAll('-', '')
  const groups = Array.from({ length: 12 / size }, (_, at) => digits.slice(at * size, (at + 1) * size))
  return groups.join(separator)
}

const nameCharacters = fc.constantFrom(..."abcXYZ019._-!#^~'")

/** Any username that Entra ID allows; the first character is one that no export has to guard. */
export const anyUsername: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('a', 'Z', '7', '_'),
    fc.string({ unit: nameCharacters, maxLength: 12 }),
    fc.constantFrom('contoso.com', 'Contoso.museum', 'sub-net.contoso.onmicrosoft.com'),
  )
  .map(([first, rest, domain]) => `${first}${rest.replace(/\.+$/, '')}@${domain}`)
