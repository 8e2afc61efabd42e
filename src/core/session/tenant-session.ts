import type { TenantReads } from '../gateway/tenant-reads.ts'
import type { Session } from '../run/session.ts'

/** A session that can also be asked for facts of its tenant. */
export type TenantSession = Session & { readonly reads: TenantReads }
