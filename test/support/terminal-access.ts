import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Simulator } from '../../src/core/simulator/simulator.ts'

/** The options with which a terminal works at this simulator, and keeps its data in `directory`. */
export async function accessTo(
  simulator: Simulator,
  directory: string,
): Promise<readonly ['--api', string, '--token-file', string, '--data-dir', string]> {
  const token = join(directory, 'token')
  await mkdir(directory, { recursive: true })
  await writeFile(token, simulator.token)
  return ['--api', simulator.baseUrl, '--token-file', token, '--data-dir', directory]
}
