import { Format, NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { fuseWire } from './fuse-wire.ts'

/**
 * An executable for Windows that does nothing, of the parts of Electron's that packaging edits: resources with a
 * version info of one language, and the fuses in a section of data.
 */
export function windowsExecutable(): Uint8Array {
  const executable = NtExecutable.createEmpty(false, false)
  const wire = fuseWire()
  // A directory entry that x64 leaves free; the section is all that counts.
  executable.setSectionByEntry(Format.ImageDirectoryEntry.Architecture, {
    data: Uint8Array.from(wire).buffer,
    info: {
      name: '.fuses',
      characteristics: initialisedData | readable,
      pointerToLineNumbers: 0,
      pointerToRawData: 0,
      pointerToRelocations: 0,
      numberOfRelocations: 0,
      numberOfLineNumbers: 0,
      sizeOfRawData: wire.length,
      virtualAddress: 0,
      virtualSize: wire.length,
    },
  })

  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = american
  version.setStringValues(
    { lang: american, codepage: unicode },
    { ProductName: 'Electron', CompanyName: 'GitHub, Inc.' },
  )
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  return new Uint8Array(executable.generate())
}

const american = 1033
const unicode = 1200
const initialisedData = 0x40
const readable = 0x40000000
