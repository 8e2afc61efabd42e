import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { closeServer, listenOnLoopback } from '../loopback.ts'
import { type Certificate, trustedCertificate } from './certificate.ts'
import type { DirectoryUser } from './directory.ts'
import { createEntra } from './entra.ts'
import { giveReply, type Reply, sendPage } from './reply.ts'
import { type Asked, readRequest, type Step } from './step.ts'

export type Authority = {
  /** `https://localhost:PORT`. */
  readonly origin: string
  /** Of the access tokens given from now on, in seconds. MSAL renews five minutes before the end. */
  setTokenLifetime(seconds: number): void
  /** Added to the Date header, in ms: how wrong the clock of this computer looks. */
  setDateOffset(ms: number): void
  /** How often a step was asked for. */
  calls(step: Step): number
  /** The fields of the last request of a step. */
  last(step: Step): URLSearchParams
  /** Replaces the next answer of a step. */
  next(step: Step, reply: Reply): void
  /** Replaces every answer of a step. */
  always(step: Step, reply: Reply): void
  /** Does what an administrator does with "Revoke sessions". */
  revokeSessions(): void
  /** Does what a person does with the code. */
  answerDeviceCode(answer: DirectoryUser | 'decline' | 'expire'): void
  /** Every code and token given out, none of which may turn up anywhere else. */
  readonly secrets: readonly string[]
  close(): Promise<void>
}

/**
 * A stand-in for Entra on this machine, over HTTPS with a certificate made for the test, which the process
 * trusts (another one on request). Not a certified provider such as npm's oidc-provider: that one speaks OpenID Connect, while
 * what is tested here is what Entra adds to it: tenants in the path, `organizations`, client_info, AADSTS
 * numbers with trace and correlation IDs, claims challenges, error pages that never return to the app. The
 * product does not check signatures (MSAL Node does not), so a provider's real keys would prove nothing.
 * Instance discovery is missing: MSAL asks login.microsoftonline.com itself for it, and nobody for a known
 * authority.
 */
export async function startAuthority(
  options: { readonly certificate?: Certificate } = {},
): Promise<Authority> {
  const certificate = options.certificate ?? (await trustedCertificate())
  const history: Asked[] = []
  const once: { readonly step: Step; readonly reply: Reply }[] = []
  const lasting = new Map<Step, Reply>()
  let dateOffsetMs = 0
  let origin = ''
  const entra = createEntra(() => origin)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Date', new Date(Date.now() + dateOffsetMs).toUTCString())
    const asked = await readRequest(request, origin)
    if (!asked) return sendPage(response, 404, 'Not found')
    history.push(asked)
    const { step } = asked
    const index = once.findIndex((one) => one.step === step)
    const [scripted] = index < 0 ? [] : once.splice(index, 1)
    const reply = scripted?.reply ?? lasting.get(step)
    if (reply) giveReply(response, reply, asked)
    else entra.steps[step](response, asked)
  }

  const server = createServer(certificate, (request, response) => void answer(request, response))
  origin = `https://localhost:${await listenOnLoopback(server)}`
  return {
    origin,
    setTokenLifetime: (seconds) => {
      entra.tokenLifetimeS = seconds
    },
    setDateOffset: (ms) => {
      dateOffsetMs = ms
    },
    calls: (step) => history.filter((asked) => asked.step === step).length,
    last: (step) => history.findLast((asked) => asked.step === step)?.fields ?? new URLSearchParams(),
    next: (step, reply) => void once.push({ step, reply }),
    always: (step, reply) => void lasting.set(step, reply),
    revokeSessions: entra.revokeSessions,
    answerDeviceCode: (answer) => {
      entra.deviceAnswer = answer
    },
    secrets: entra.secrets,
    close: () => closeServer(server),
  }
}
