// fflate's entry for Node loads threads, which nothing here uses, by a `require` of its own, which a bundle already
// has.
import { type FlateError, Unzip, UnzipInflate, UnzipPassThrough } from 'fflate/browser'

/** The files in a ZIP archive that were asked for, by their path; or the reason why there are none. */
export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Parts> }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' }

/** A file, in parts that follow one another. Joining them would hold the file in memory twice. */
export type Parts = readonly Uint8Array[]

/** The most that an archive may hold. A larger one was made to fill the memory. */
export type UnpackLimits = {
  readonly entries: number
  /** In bytes, unpacked, of all files that are asked for together. */
  readonly unpacked: number
}

/**
 * Unpacks some files of a ZIP archive. It does not trust the sizes in the archive: it counts while it unpacks, and
 * stops at the limit. Other files are not unpacked.
 */
export function unpack(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  limits: UnpackLimits,
): Unpacked {
  const chunks = new Map<string, Uint8Array[]>()
  let entries = 0
  let unpacked = 0
  let error: FlateError | undefined
  const archive = new Unzip((file) => {
    entries++
    if (!isWanted(file.name) || entries > limits.entries) return
    const parts: Uint8Array[] = []
    // If two files have one name, the first counts, as in most programs.
    if (!chunks.has(file.name)) chunks.set(file.name, parts)
    file.ondata = (failure, part) => {
      error ??= failure ?? undefined
      unpacked += part?.length ?? 0
      if (unpacked <= limits.unpacked && part) parts.push(part)
    }
    file.start()
  })
  archive.register(UnzipInflate)
  archive.register(UnzipPassThrough)
  try {
    for (let at = 0; at < bytes.length; at += step) {
      archive.push(bytes.subarray(at, at + step), at + step >= bytes.length)
      if (entries > limits.entries || unpacked > limits.unpacked) return { kind: 'too-large' }
    }
  } catch (failure) {
    if (isOfArchive(failure)) return { kind: 'damaged' }
    throw failure
  }
  if (error || entries === 0) return { kind: 'damaged' }
  return { kind: 'files', files: chunks }
}

/** In bytes. Deflate makes at most 1,032 of one (RFC 1951), so a step makes at most some 8 MB before the count. */
const step = 8 * 1024

/** Whether fflate threw this because the archive is none. */
const isOfArchive = (failure: unknown): boolean =>
  failure instanceof Error &&
  (('code' in failure && typeof failure.code === 'number') || failure instanceof RangeError)
