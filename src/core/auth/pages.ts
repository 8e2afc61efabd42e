import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Reads the pages that the browser shows after sign-in (resources/sign-in). They are sent as they are. Nothing is
 * inserted, so nothing needs escaping. Rejects when one is missing.
 */
export async function readPages(directory: string): Promise<{ success: string; error: string }> {
  const [success, error] = await Promise.all(
    ['success.html', 'error.html'].map((name) => readFile(join(directory, name), 'utf8')),
  )
  return { success: success ?? '', error: error ?? '' }
}
