import type {
  AccountCheck,
  Judged,
  JudgedAccount,
  ReadinessStatus,
  TenantCheck,
} from '../../../../shared/readiness/readiness.ts'
import { countStatuses, readinessReasons, widespreadIn } from '../../../../shared/readiness/reasons.ts'
import { judgedOf, type KnownReadiness } from './known-readiness.ts'

/** What the operator said about phones that will fail. */
export type FailingChoice = 'leave' | 'keep'

/** The readiness section of the confirmation. */
export type QuestionReadiness = {
  readonly counts: Readonly<Record<ReadinessStatus, number>>
  /** Phones whose accounts nobody has asked about. */
  readonly notAsked: number
  readonly reasons: readonly {
    readonly check: AccountCheck
    readonly status: Exclude<ReadinessStatus, 'ready'>
    readonly phones: number
  }[]
  /** Issues with the tenant. */
  readonly tenant: readonly Judged<TenantCheck>[]
  /** The reason why more than half of the phones will fail. They are left out only if the operator says so. */
  readonly widespread: readonly { readonly check: AccountCheck; readonly phones: number }[]
  readonly choice: FailingChoice | undefined
  /** Phones that are left out because they will fail. */
  readonly leftOut: number
  /** Nobody has said yet what is to become of the phones that more than half of fail alike. */
  readonly isOpen: boolean
}

type Phone = { readonly row: number; readonly username: string }

/** Which of these phones are left out because they will fail, by row, and what is said. */
export function askAboutReadiness(
  phones: readonly Phone[],
  known: KnownReadiness | undefined,
  choice: FailingChoice | undefined,
): { readonly readiness?: QuestionReadiness; readonly failing: ReadonlySet<number> } {
  if (!known) return { failing: noRows }
  const judged = phones.flatMap((phone): (Phone & JudgedAccount)[] => {
    const account = judgedOf(known, phone)
    return account ? [{ ...phone, ...account }] : []
  })
  const tenant = known.tenant.filter(({ status }) => status === 'fails' || status === 'may-fail')
  if (judged.length === 0 && tenant.length === 0) return { failing: noRows }
  const widespread = widespreadIn(judged)
  const isOpen = widespread.length > 0 && choice === undefined
  const failing = new Set(judged.filter(({ status }) => status === 'fails').map(({ row }) => row))
  const left = choice === 'keep' || isOpen ? noRows : failing
  return {
    failing: left,
    readiness: {
      counts: countStatuses(judged),
      notAsked: phones.length - judged.length,
      reasons: readinessReasons(judged).map(({ check, status, phones: its }) => ({
        ...{ check, status },
        phones: its.length,
      })),
      ...{ tenant, widespread, choice, isOpen, leftOut: left.size },
    },
  }
}

const noRows: ReadonlySet<number> = new Set()
