import { type ProgramResult, runProgram } from '../../core/process/run-program.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { text } from '../../shared/text/index.ts'
import { parseRegistry } from './parse-registry.ts'
import type { PolicySource } from './policy.ts'

/** Runs reg.exe. */
export type RunReg = (file: string, args: readonly string[]) => Promise<ProgramResult>

/**
 * Reads the policy keys by Windows' own reg.exe: that of the computer before that of the user, which only
 * administrators can write too. Besides the folder that Windows calls Program Files.
 */
export async function readRegistry(
  reg: string,
  env: NodeJS.ProcessEnv,
  run: RunReg,
): Promise<{ readonly sources: readonly PolicySource[]; readonly programFiles: string | undefined }> {
  const [everyday, ...asked] = await Promise.all([
    run(reg, ['query', alwaysThere, '/v', programFilesValue]),
    ...policyKeys.map((key) => run(reg, ['query', key])),
  ])
  return {
    sources: asked.map((ran, index) => read(policyKeys[index] ?? '', ran, everyday, env)),
    programFiles:
      everyday.kind === 'ended' ? parseRegistry(everyday.output, env).get(programFilesValue) : undefined,
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

function read(
  place: string,
  ran: ProgramResult,
  everyday: ProgramResult,
  env: NodeJS.ProcessEnv,
): PolicySource {
  if (ran.kind === 'ended' && ran.code === 0) return { place, values: parseRegistry(ran.output, env) }
  const failed = ran.kind === 'ended' && ran.code !== null ? reasonOf(everyday) : reasonOf(ran)
  return {
    place,
    values: new Map(),
    ...(failed !== undefined && { unreadable: text.main.policy.unreadable(place, failed) }),
  }
}

/** Why reg.exe could not do its work; undefined where it could. */
function reasonOf(ran: ProgramResult): string | undefined {
  switch (ran.kind) {
    case 'ended':
      return ran.code === 0 ? undefined : text.main.policy.regRefused
    case 'not-started':
      return ran.code
    case 'too-late':
    case 'too-large':
    case 'stopped':
      return text.main.policy.tookTooLong
    default:
      return assertNever(ran)
  }
}

/** The bytes are of the system's code page; all that counts is ASCII. */
export const runReg: RunReg = (file, args) =>
  runProgram(file, args, { limitMs: 4000, maxBytes: 1024 * 1024, encoding: 'latin1' })
