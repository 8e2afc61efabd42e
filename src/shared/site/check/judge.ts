import type { Region } from '../../gateway/region.ts'
import { text } from '../../text/index.ts'
import { isPrivateIpv4, siteHosts } from './addresses.ts'
import type { Failed, HttpAnswer, SiteObservations } from './observation.ts'
import type { SiteCheck, SiteResult } from './site-result.ts'
import { siteChecks } from './site-result.ts'
import { rangeAsText, rangeOf, type TrustedAddresses } from './trusted-addresses.ts'

const words = text.site.check
type Judged = Omit<SiteResult, 'check' | 'did'> & { readonly did?: string }
/** The operator's entries, and the tenant's trusted addresses where a tenant was asked. */
type OfPublicAddress = {
  readonly publicIp?: string | undefined
  readonly trusted?: TrustedAddresses | undefined
}

/**
 * What the observations mean, check by check. Where something could not be tested, that is the result; what no computer can
 * test from here (voice) says what to do instead.
 */
export function judgeSite(
  seen: SiteObservations,
  region: Region,
  address: OfPublicAddress,
): readonly SiteResult[] {
  const isOffline = seen.ipv4 === undefined && !seen.hasIpv6
  return siteChecks.map((check) => {
    const judged =
      isOffline && check !== 'media' && check !== 'public-ip'
        ? untested(words.offline, words.offlineMeans)
        : judges[check](seen, address)
    return { check, did: words.did[check](siteHosts.gateway(region)), ...judged }
  })
}

const judges: Readonly<Record<SiteCheck, (seen: SiteObservations, address: OfPublicAddress) => Judged>> = {
  ipv4: ({ ipv4 }) =>
    ipv4 === undefined
      ? wrong(words.ipv4.none, words.ipv4.noneMeans, words.ipv4.noneTodo)
      : clear(words.ipv4.some(ipv4), words.ipv4.someMeans),
  nat64: ({ nat64, portal }) => {
    if (knowsNoName(portal)) return untested(words.dns.noNames)
    if (nat64.kind === 'resolved')
      return wrong(words.nat64.some(nat64.addresses), words.nat64.someMeans, words.ipv4.noneTodo)
    return nat64.why === 'no-address'
      ? clear(words.nat64.none, words.nat64.noneMeans)
      : untested(words.failed[nat64.why])
  },
  dns: ({ dns, portal }) => {
    if (dns.kind === 'failed' && knowsNoName(portal)) return untested(words.dns.noNames)
    if (dns.kind === 'failed')
      return dns.why === 'no-address'
        ? wrong(words.dns.none, words.dns.filtered, words.dns.todo)
        : untested(words.failed[dns.why])
    const inside = dns.addresses.filter(isPrivateIpv4)
    return inside.length > 0
      ? wrong(words.dns.inside(inside), words.dns.filtered, words.dns.todo)
      : clear(words.dns.some(dns.addresses), words.dns.someMeans)
  },
  proxy: ({ proxy, http, httpByProxy }) => {
    if (proxy === undefined) return clear(words.proxy.none, words.proxy.noneMeans)
    const isOnlyWay = http.kind === 'failed' && httpByProxy?.kind === 'answered'
    return isOnlyWay
      ? wrong(words.proxy.some(proxy), words.proxy.onlyWay, words.proxy.todo)
      : clear(words.proxy.some(proxy), words.proxy.someMeans)
  },
  portal: ({ portal }) => {
    if (portal.kind === 'failed') return notAnswered(portal, words.portal.failedMeans)
    return portal.status === 200 && portal.body === siteHosts.portalBody
      ? clear(words.portal.asExpected, words.portal.asExpectedMeans)
      : wrong(words.portal.other(portal.status), words.portal.otherMeans, words.portal.todo)
  },
  http: ({ http }) => {
    if (http.kind === 'failed') return notAnswered(http, words.http.failedMeans)
    const between = whatIsBetween(http)
    return between === undefined
      ? clear(words.http.answered(http.status), words.http.answeredMeans)
      : wrong(between, words.http.betweenMeans, words.proxy.todo)
  },
  tls: ({ tls }) => {
    if (tls.kind === 'failed') return notAnswered(tls, words.tls.failedMeans)
    return tls.problem === undefined
      ? clear(words.tls.issuedBy(tls.issuer), words.tls.publicMeans)
      : wrong(words.tls.problem(tls.issuer, tls.problem), words.tls.problemMeans, words.tls.todo)
  },
  signalling: ({ signalling }) => {
    const came = signalling.map(({ host, came }) =>
      came === 'open' ? words.signalling.open(host) : words.signalling.closed(host, words.failed[came.why]),
    )
    const closed = signalling.flatMap(({ came }) => (came === 'open' ? [] : [came.why]))
    if (closed.length === 0) return clear(came.join(' '), words.signalling.openMeans)
    return closed.every(isNoTest)
      ? untested(came.join(' '))
      : wrong(came.join(' '), words.signalling.closedMeans, words.signalling.todo)
  },
  time: ({ time, timeServer }) => ({
    ...judgeTime(time, timeServer),
    ...(timeServer !== undefined && { did: words.time.askedOwn(timeServer) }),
  }),
  media: () => untested(words.media.came, words.media.means, words.media.todo),
  'public-ip': (_, { publicIp, trusted }) => {
    const { inside, insideMeans, insideTodo } = words.publicIp
    if (publicIp !== undefined && isPrivateIpv4(publicIp))
      return wrong(inside(publicIp), insideMeans, insideTodo)
    return trusted ? judgeTrusted(trusted, publicIp) : notCompared(publicIp)
  },
}

function judgeTime(time: SiteObservations['time'], timeServer: string | undefined): Judged {
  const { off, offMeans, todo, nearMeans, failedMeans, ownFailedMeans, ownTodo } = words.time
  if (time.kind === 'failed')
    return timeServer === undefined
      ? untested(words.failed[time.why], failedMeans)
      : wrong(words.failed[time.why], ownFailedMeans, ownTodo)
  return Math.abs(time.ms) > 5 * 60_000 ? wrong(off(time.ms), offMeans, todo) : clear(off(time.ms), nearMeans)
}

const notCompared = (publicIp: string | undefined): Judged => {
  const { none, given, means, todo } = words.publicIp
  return untested(publicIp === undefined ? none : given(publicIp), means, todo)
}

function judgeTrusted({ tenant, ranges }: TrustedAddresses, publicIp: string | undefined): Judged {
  const { publicIp: its } = words
  const who = its.tenant(tenant.name, tenant.simulated)
  const did = its.askedTenant(who)
  if (!ranges.read)
    return { ...notCompared(publicIp), did, means: its.unread(text.readiness.why[ranges.why]) }
  const all = ranges.value.map(rangeAsText)
  if (all.length === 0) return { ...wrong(its.noneTrusted, its.onlyTrusted, its.add), did }
  if (publicIp === undefined) return { ...untested(its.listed(all), its.onlyTrusted, its.enter), did }
  const range = rangeOf(publicIp, ranges.value)
  return range
    ? { ...clear(its.trusted(publicIp, rangeAsText(range)), its.trustedMeans), did }
    : { ...wrong(its.notTrusted(publicIp, all), its.notTrustedMeans, its.add), did }
}

const clear = (came: string, means: string): Judged => ({ outcome: 'clear', came, means })
const wrong = (came: string, means: string, todo: string): Judged => ({ outcome: 'wrong', came, means, todo })
const untested = (came: string, means: string = words.untested, todo?: string): Judged => ({
  outcome: 'untested',
  came,
  means,
  ...(todo !== undefined && { todo }),
})

/** A name without an address was not asked: that is DNS's own result. */
const isNoTest = (why: Failed['why']): boolean => why === 'no-address' || why === 'no-name-server'

/** A name server that does not know Microsoft's page either is none of the internet, so it says nothing about a filter. */
const knowsNoName = (portal: SiteObservations['portal']): boolean =>
  portal.kind === 'failed' && isNoTest(portal.why)

const notAnswered = ({ why }: Failed, means: string): Judged =>
  isNoTest(why) ? untested(words.failed[why]) : wrong(words.failed[why], means, words.blockedTodo)

/** Says what answered in the gateway's place, or along with it; undefined where nothing shows that. */
function whatIsBetween({ status, headers, body }: HttpAnswer): string | undefined {
  if (status === 407 || status === 511) return words.http.asksForSignIn(status)
  const telling = Object.keys(headers).find((name) => name === 'via' || /^(?:x-squid|proxy-)/.test(name))
  if (telling !== undefined) return words.http.proxyHeader(telling)
  const elsewhere = headers['location']
  if (elsewhere !== undefined && !isMicrosofts(elsewhere)) return words.http.sentElsewhere(elsewhere)
  return /type\s*=\s*["']?password/i.test(body) ? words.http.loginPage : undefined
}

function isMicrosofts(location: string): boolean {
  // A path alone stays at the host.
  if (/^\/(?!\/)/.test(location)) return true
  const host = /^(?:https?:)?\/\/([^/:?#]*)/i.exec(location)?.[1]?.toLowerCase() ?? ''
  return host === 'microsoft.com' || host.endsWith('.microsoft.com')
}
