import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { text } from '../../shared/text/index.ts'
import { decodeText } from '../lists/decode.ts'
import type { PolicySource } from './policy.ts'

/** Reads a policy.json, in whatever encoding an editor left it. One that is not there says nothing. */
export async function readPolicyFile(place: string): Promise<PolicySource> {
  try {
    const { size } = await stat(place)
    if (size > largest) return unreadable(place, text.main.policy.tooLarge)
    const read = content.safeParse(JSON.parse(decodeText(await readFile(place))))
    if (!read.success) return unreadable(place, text.main.policy.notAnObject)
    return { place, values: new Map(Object.entries(read.data)) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return { place, values: new Map() }
    return unreadable(place, error instanceof SyntaxError ? text.main.policy.notJson : (code ?? message))
  }
}

/** In bytes: a policy has four lines. */
const largest = 64 * 1024

const content = z.record(z.string(), z.unknown())

const unreadable = (place: string, reason: string): PolicySource => ({
  place,
  values: new Map(),
  unreadable: text.main.policy.unreadable(place, reason),
})
