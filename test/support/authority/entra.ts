import { createHash, randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type DirectoryUser, findTenant, findUser, isIn } from './directory.ts'
import { refuse, sendForm, sendJson, sendPage } from './reply.ts'
import type { Asked, Step } from './step.ts'
import { type Grant, secret, tokenAnswer } from './tokens.ts'

/** Connect-MicrosoftTeams' own, the only application that the directory knows. */
export const clientId = '12128f48-ec9e-42f0-b203-ea49fb6af367'

export type Entra = {
  /** Of the access tokens given from now on, in seconds. */
  tokenLifetimeS: number
  deviceAnswer: DirectoryUser | 'decline' | 'expire' | undefined
  /** Every code and token given out. */
  readonly secrets: string[]
  readonly steps: Readonly<Record<Step, (response: ServerResponse, asked: Asked) => void>>
  revokeSessions(): void
}

type Code = Omit<Grant, 'resource'> & { readonly redirectUri: string; readonly challenge: string }

/** What Entra does at each step when nothing is in the way. */
export function createEntra(origin: () => string): Entra {
  const codes = new Map<string, Code>()
  const refreshTokens = new Map<string, DirectoryUser>()
  let deviceCode = ''

  const keep = (text: string): string => {
    entra.secrets.push(text)
    return text
  }

  /** Of the one resource that is asked for, as Entra wants it. */
  function giveTokens(
    response: ServerResponse,
    grant: Omit<Grant, 'resource'>,
    fields: URLSearchParams,
  ): void {
    const resources = [...(fields.get('scope') ?? '').matchAll(/(\S+)\/\.default/g)].map(
      ([, name = '']) => name,
    )
    const [resource, another] = resources
    if (resource === undefined || another !== undefined) {
      refuse(response, { number: 70011 }, fields)
      return
    }
    const answer = tokenAnswer({ ...grant, resource }, entra.tokenLifetimeS, Date.now())
    const refreshToken = keep(secret('refresh'))
    refreshTokens.set(refreshToken, grant.user)
    keep(String(answer['access_token']))
    keep(String(answer['id_token']))
    sendJson(response, 200, { ...answer, refresh_token: refreshToken })
  }

  const steps: Entra['steps'] = {
    'openid-configuration'(response, { tenantName, fields }) {
      const tenant = findTenant(tenantName)
      if (!tenant && tenantName !== 'organizations') {
        const text = `Tenant '${tenantName}' not found.`
        return refuse(response, { number: 90002, error: 'invalid_tenant', text }, fields)
      }
      const issuer = `${origin()}/${tenant?.id ?? '{tenantid}'}/v2.0`
      sendJson(response, 200, { issuer, token_endpoint: `${origin()}/${tenantName}/oauth2/v2.0/token` })
    },
    authorize(response, { tenantName, fields, username }) {
      const user = findUser(username)
      const tenant = tenantName === 'organizations' ? user?.home : findTenant(tenantName)
      if (fields.get('client_id') !== clientId) return showTrouble(response, 700016)
      if (!tenant) return showTrouble(response, 90002)
      if (!user || !isIn(user, tenant)) return showTrouble(response, 50020)
      const redirectUri = fields.get('redirect_uri') ?? ''
      const isPublicClient =
        fields.get('response_mode') === 'form_post' &&
        fields.get('code_challenge_method') === 'S256' &&
        /^http:\/\/localhost:\d+$/.test(redirectUri)
      if (!isPublicClient) return showTrouble(response, 90014)
      const code = keep(secret('code'))
      const challenge = fields.get('code_challenge') ?? ''
      const nonce = fields.get('nonce')
      codes.set(code, { clientId, user, tenant, redirectUri, challenge, ...(nonce && { nonce }) })
      sendForm(response, redirectUri, { code, state: fields.get('state') ?? '', session_state: randomUUID() })
    },
    authorization_code(response, { fields }) {
      const code = codes.get(fields.get('code') ?? '')
      codes.delete(fields.get('code') ?? '')
      const verifier = keep(fields.get('code_verifier') ?? '')
      if (!code) return refuse(response, { number: 54005 }, fields)
      const challenge = createHash('sha256').update(verifier).digest('base64url')
      if (challenge !== code.challenge) return refuse(response, { number: 501481 }, fields)
      if (fields.get('redirect_uri') !== code.redirectUri) return refuse(response, { number: 50011 }, fields)
      giveTokens(response, code, fields)
    },
    refresh_token(response, { tenantName, fields }) {
      const user = refreshTokens.get(fields.get('refresh_token') ?? '')
      const tenant = findTenant(tenantName)
      if (!user || !tenant || fields.get('client_id') !== clientId)
        return refuse(response, { number: 50173, text: 'The provided grant has expired.' }, fields)
      if (!isIn(user, tenant)) return refuse(response, { number: 50020 }, fields)
      giveTokens(response, { clientId, user, tenant }, fields)
    },
    devicecode(response) {
      entra.deviceAnswer = undefined
      deviceCode = keep(secret('device'))
      sendJson(response, 200, {
        user_code: 'A1B2C3D4',
        device_code: deviceCode,
        verification_uri: `${origin()}/device`,
        expires_in: 900,
        // Entra says 5 s; MSAL waits as long as it is told.
        interval: 0.02,
        message: 'To sign in, open the page and enter the code A1B2C3D4.',
      })
    },
    device_code(response, { tenantName, fields }) {
      const { deviceAnswer } = entra
      if (fields.get('device_code') !== deviceCode)
        return refuse(response, { number: 70000, error: 'bad_verification_code' }, fields)
      if (!deviceAnswer) return refuse(response, { number: 70016, error: 'authorization_pending' }, fields)
      if (deviceAnswer === 'decline')
        return refuse(response, { number: 65004, error: 'authorization_declined' }, fields)
      if (deviceAnswer === 'expire')
        return refuse(response, { number: 70020, error: 'expired_token' }, fields)
      const tenant = findTenant(tenantName) ?? deviceAnswer.home
      giveTokens(response, { clientId, user: deviceAnswer, tenant }, fields)
    },
  }

  const entra: Entra = {
    tokenLifetimeS: 3600,
    deviceAnswer: undefined,
    secrets: [],
    steps,
    revokeSessions: () => refreshTokens.clear(),
  }
  return entra
}

/** Entra shows some refusals and does not return to the app. */
const showTrouble = (response: ServerResponse, number: number): void =>
  sendPage(response, 200, `<h1>Sorry, but we're having trouble signing you in.</h1><p>AADSTS${number}</p>`)
