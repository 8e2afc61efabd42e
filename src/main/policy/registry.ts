import { execFile } from 'node:child_process'
import { text } from '../../shared/text/index.ts'
import { parseRegistry } from './parse-registry.ts'
import type { PolicySource } from './policy.ts'

/** What came of a program: its exit code and what it wrote, or why it could not be run to its end. */
export type Ran = { readonly code: number; readonly output: string } | { readonly failed: string }
export type RunProgram = (file: string, args: readonly string[]) => Promise<Ran>

/**
 * Reads the policy keys by Windows' own reg.exe: that of the computer before that of the user, which only
 * administrators can write too. Besides the folder that Windows calls Program Files.
 */
export async function readRegistry(
  reg: string,
  env: NodeJS.ProcessEnv,
  run: RunProgram,
): Promise<{ readonly sources: readonly PolicySource[]; readonly programFiles: string | undefined }> {
  const [everyday, ...asked] = await Promise.all([
    run(reg, ['query', alwaysThere, '/v', programFilesValue]),
    ...policyKeys.map((key) => run(reg, ['query', key])),
  ])
  return {
    sources: asked.map((ran, index) => read(policyKeys[index] ?? '', ran, everyday, env)),
    programFiles: 'code' in everyday ? parseRegistry(everyday.output, env).get(programFilesValue) : undefined,
  }
}

const programFilesValue = 'ProgramFilesDir'

const policyKeys = [
  'HKLM\\Software\\Policies\\SipGatewayBulkSignIn',
  'HKCU\\Software\\Policies\\SipGatewayBulkSignIn',
]

// A key that is not there and a reg.exe that may not be used (policy "Prevent access to registry editing
// tools") both end with 1, and what is said about it is in the system's language: what is always there tells.
const alwaysThere = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion'

function read(place: string, ran: Ran, everyday: Ran, env: NodeJS.ProcessEnv): PolicySource {
  if ('code' in ran && ran.code === 0) return { place, values: parseRegistry(ran.output, env) }
  const failed = 'failed' in ran ? ran.failed : reasonOf(everyday)
  return {
    place,
    values: new Map(),
    ...(failed !== undefined && { unreadable: text.main.policy.unreadable(place, failed) }),
  }
}

function reasonOf(ran: Ran): string | undefined {
  if ('failed' in ran) return ran.failed
  return ran.code === 0 ? undefined : text.main.policy.regRefused
}

/** Runs a program without a window and without a shell, no longer than `limitMs`. Never rejects. */
export const runProgram = (file: string, args: readonly string[], limitMs = 4000): ReturnType<RunProgram> =>
  new Promise((resolve) => {
    const options = { timeout: limitMs, windowsHide: true, maxBuffer: 1024 * 1024 }
    // The bytes are of the system's code page; all that counts is ASCII.
    execFile(file, args, { ...options, encoding: 'latin1' }, (error, output) => {
      if (!error) resolve({ code: 0, output })
      else if (typeof error.code === 'number') resolve({ code: error.code, output })
      else resolve({ failed: error.killed ? text.main.policy.tookTooLong : String(error.code) })
    })
  })
