export const siteChecks = [
  'ipv4',
  'nat64',
  'dns',
  'proxy',
  'portal',
  'http',
  'tls',
  'signalling',
  'time',
  'media',
  'public-ip',
] as const

export type SiteCheck = (typeof siteChecks)[number]

/** Where this computer stands: the address by which it reaches the internet, and the router on that way. */
export type SeenFrom = {
  readonly address: string | undefined
  readonly defaultGateway: string | undefined
}

/** What came of one check, in words: what was done, what came, what that means, and what to do about it. */
export type SiteResult = {
  readonly check: SiteCheck
  /** `clear`: nothing wrong was found, which proves no more than what it says. */
  readonly outcome: 'clear' | 'wrong' | 'untested'
  readonly did: string
  readonly came: string
  readonly means: string
  readonly todo?: string
}

/** The checks that send something. The others only look at this computer, or at nothing. */
const ofTheWay: readonly SiteCheck[] = ['dns', 'portal', 'http', 'tls', 'signalling', 'time']

/** What all results together say: something is wrong, nothing wrong was found, or nothing of the way could be tested. */
export function overallOf(results: readonly SiteResult[]): SiteResult['outcome'] {
  if (results.some(({ outcome }) => outcome === 'wrong')) return 'wrong'
  const asked = results.filter(({ check }) => ofTheWay.includes(check))
  return asked.every(({ outcome }) => outcome === 'untested') ? 'untested' : 'clear'
}
