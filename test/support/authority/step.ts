import type { IncomingMessage } from 'node:http'

/** The steps of signing in that the authority answers, each counted and each replaceable. */
export type Step =
  | 'openid-configuration'
  | 'authorize'
  | 'authorization_code'
  | 'refresh_token'
  | 'devicecode'
  | 'device_code'

export type Asked = {
  readonly step: Step
  /** The first part of the path: an ID, a domain or `organizations`. */
  readonly tenantName: string
  /** Query and body. */
  readonly fields: URLSearchParams
  /** Whose session the browser has. */
  readonly username: string
}

/** The step that is asked for; undefined if it is none of them. */
export async function readRequest(request: IncomingMessage, origin: string): Promise<Asked | undefined> {
  const url = new URL(request.url ?? '/', origin)
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const fields = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)])
  const [, tenantName = '', ...rest] = url.pathname.split('/')
  const step = stepOf(rest.join('/'), fields.get('grant_type'))
  const username = /\bsigned-in-as=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  return step && { step, tenantName, fields, username }
}

function stepOf(path: string, grantType: string | null): Step | undefined {
  switch (path) {
    case 'v2.0/.well-known/openid-configuration':
      return 'openid-configuration'
    case 'oauth2/v2.0/authorize':
      return 'authorize'
    case 'oauth2/v2.0/devicecode':
      return 'devicecode'
    case 'oauth2/v2.0/token':
      // MSAL shortens urn:ietf:params:oauth:grant-type:device_code.
      return (['authorization_code', 'refresh_token', 'device_code'] as const).find(
        (step) => grantType === step,
      )
    default:
      return undefined
  }
}
