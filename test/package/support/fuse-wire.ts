/**
 * The fuses as they lie in Electron's executable (@electron/fuses, README, "Fuse schema"): the sentinel, the version
 * of the schema, the length, a character a fuse. All are set to the contrary of what a release wants.
 */
export function fuseWire(): Uint8Array {
  const states = '101100110'
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, states.length]), Buffer.from(states)])
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
