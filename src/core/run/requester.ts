import type { Operator } from '../../shared/gateway/tenant.ts'
import { isGuid } from '../../shared/guid.ts'
import type { Candidate, Requester } from '../../shared/run/evidence.ts'

/**
 * A batch of the record with who asked for it, as far as that can be told. What the service's `userId` is has not
 * been seen on a live tenant: only where it is a GUID, as the operator's own is, another one is somebody else.
 */
export function withRequester(candidate: Candidate, you: Operator, runOperator: Operator): Candidate {
  const requestedBy = candidate.userId && requesterOf(candidate.userId, you, runOperator)
  return requestedBy ? { ...candidate, requestedBy } : candidate
}

function requesterOf(userId: string, you: Operator, runOperator: Operator): Requester | undefined {
  if (isOf(userId, you)) return 'you'
  if (isOf(userId, runOperator)) return 'run-operator'
  return isGuid(userId) && you.objectId !== undefined ? 'somebody-else' : undefined
}

const isOf = (userId: string, { username, objectId }: Operator): boolean =>
  [username, objectId].some((name) => name?.toLowerCase() === userId.toLowerCase())
