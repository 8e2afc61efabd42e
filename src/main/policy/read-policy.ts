import { mergePolicies } from './merge-policies.ts'
import type { Policy } from './policy.ts'
import { readPolicyFile } from './policy-file.ts'
import type { PolicyPlaces } from './policy-places.ts'
import { type RunProgram, readRegistry, runProgram } from './registry.ts'

/** Reads what administrators have set, the registry before files. Never rejects, and takes a few seconds at most. */
export async function readPolicy(places: PolicyPlaces, run: RunProgram = runProgram): Promise<Policy> {
  const { registry, files, env } = places
  const [keys, ...read] = await Promise.all([
    registry === undefined ? [] : readRegistry(registry, env, run),
    ...files.map(readPolicyFile),
  ])
  return mergePolicies([...keys, ...read])
}
