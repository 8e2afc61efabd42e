import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import * as z from 'zod/mini'
import { text } from '../../shared/text/index.ts'

/** The content of a policy.json, with the SHA-256 of its bytes in hexadecimal; or why it could not be read. */
export type PolicyFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'read'; readonly values: ReadonlyMap<string, unknown>; readonly sha256: string }

/** Reads a policy.json, in whatever encoding an editor left it. Never rejects. */
export async function readPolicyFile(file: string): Promise<PolicyFile> {
  try {
    const found = await stat(file)
    // A pipe or a device may never end, and the app waits for this before it opens.
    if (!found.isFile()) return unreadable(words.notAFile)
    if (found.size > largest) return unreadable(words.tooLarge)
    const bytes = await readFile(file)
    // Few computers have such a file. The others start without loading the code that reads it.
    const { decodeText } = await import('../../core/lists/decode.ts')
    const read = content.safeParse(JSON.parse(decodeText(bytes)))
    if (!read.success) return unreadable(words.notAnObject)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { kind: 'read', values: new Map(Object.entries(read.data)), sha256 }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
    return unreadable(error instanceof SyntaxError ? words.notJson : (code ?? message))
  }
}

const { policy: words } = text.main

/** In bytes: a policy has four lines. */
const largest = 64 * 1024

const content = z.record(z.string(), z.unknown())

const unreadable = (reason: string): PolicyFile => ({ kind: 'unreadable', reason })
