import process from 'node:process'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { tell } from './print.ts'

/**
 * Makes fetch trust the certificates that the system trusts (among them that of a proxy that inspects traffic) and use
 * the proxy that the environment names. Node's fetch does neither by itself, and older versions cannot:
 * certificates from Node 22.19, the proxy from 24.14 (before, by NODE_USE_ENV_PROXY=1 from 22.21). Stops at a
 * proxy that is no address.
 */
export async function joinSystemNetwork(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  await trustSystemCertificates()
  await goByProxy(environment)
}

async function trustSystemCertificates(): Promise<void> {
  const tls = await import('node:tls')
  if (!isThere(tls, 'setDefaultCACertificates')) return
  try {
    const known = new Set(tls.getCACertificates('default'))
    const more = tls.getCACertificates('system').filter((certificate) => !known.has(certificate))
    if (more.length > 0) tls.setDefaultCACertificates([...known, ...more])
  } catch {
    // If one certificate of the system cannot be read, those that come with Node must still work.
  }
}

async function goByProxy(environment: NodeJS.ProcessEnv): Promise<void> {
  const [http_proxy, https_proxy, no_proxy] = proxyVariables.map((name) => read(environment, name))
  if (!http_proxy && !https_proxy) return
  const http = await import('node:http')
  if (!isThere(http, 'setGlobalProxyFromEnv')) {
    if (environment['NODE_USE_ENV_PROXY'] !== '1') tell(text.cli.signIn.proxyIgnored(process.version))
    return
  }
  try {
    http.setGlobalProxyFromEnv({
      ...(http_proxy && { http_proxy }),
      ...(https_proxy && { https_proxy }),
      // A stand-in of the service is on this machine; no proxy is needed.
      no_proxy: [no_proxy, 'localhost', '127.0.0.1', '[::1]', '::1'].filter(Boolean).join(','),
    })
  } catch {
    // Not with the address: it may hold a password.
    throw new Stop(exitCode.access, text.cli.signIn.noProxy)
  }
}

const proxyVariables = ['http_proxy', 'https_proxy', 'no_proxy'] as const

/** The lower-case name counts first, as for Node itself and for curl. */
const read = (environment: NodeJS.ProcessEnv, name: string): string | undefined =>
  environment[name] || environment[name.toUpperCase()]

const isThere = (module: object, name: string): boolean => name in module
