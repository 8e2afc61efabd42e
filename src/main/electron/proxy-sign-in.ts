import type { AuthInfo } from 'electron'
import type { ProxyAnswer, ProxyQuestion } from '../../shared/proxy.ts'
import { briefly } from '../../shared/text/briefly.ts'
import { harmless } from '../../shared/text/harmless.ts'

/** Hears the event `login` of one request. Electron itself asks nobody, and gives up where nobody listens. */
export type LoginListener = (asked: AuthInfo, answer: (username?: string, password?: string) => void) => void

/** Who uses the proxies, as long as the app runs. */
export type ProxySignIn = {
  /** A listener for one request; make a new one for each. */
  login(): LoginListener
  /** The question that waits for an answer. */
  question(): ProxyQuestion | undefined
  /** False where that question is no longer the one that waits. */
  answer(answer: ProxyAnswer): boolean
}

type Credentials = NonNullable<ProxyAnswer['credentials']>
type Open = {
  readonly key: string
  readonly question: ProxyQuestion
  readonly waiting: ((credentials: Credentials | undefined) => void)[]
}

/** An operator who doesn't want to sign in is not asked again with each request of a run. */
const peaceMs = 60_000

/**
 * If a proxy wants a name and a password, asks the operator once for all requests that wait for that proxy. Keeps them only
 * in memory, and sends them only to the proxy that asked for them: the same host, port, kind and realm. A server that asks
 * (`isProxy` false) gets nothing.
 */
export function createProxySignIn(options: {
  readonly now: () => number
  readonly changed: (question: ProxyQuestion | undefined) => void
}): ProxySignIn {
  const { now, changed } = options
  const known = new Map<string, Credentials>()
  const peaceUntil = new Map<string, number>()
  const open: Open[] = []
  let lastId = 0

  function ask(key: string, asked: AuthInfo, wasRefused: boolean): Promise<Credentials | undefined> {
    let entry = open.find((one) => one.key === key)
    if (!entry) {
      const { scheme, host, port, realm } = asked
      const isBasic = scheme.toLowerCase() === 'basic'
      const question = {
        id: ++lastId,
        proxy: harmless(`${host}:${port}`),
        realm: harmless(briefly(realm, 120)),
      }
      entry = { key, question: { ...question, isBasic, wasRefused }, waiting: [] }
      open.push(entry)
      if (open.length === 1) changed(entry.question)
    }
    const { waiting } = entry
    return new Promise((resolve) => void waiting.push(resolve))
  }

  return {
    login() {
      let given: Credentials | undefined
      return async (asked, answer) => {
        const key = JSON.stringify([asked.scheme, asked.host, asked.port, asked.realm])
        if (!asked.isProxy || now() < (peaceUntil.get(key) ?? 0)) return answer()
        const wasRefused = given !== undefined
        if (wasRefused && known.get(key) === given) known.delete(key)
        given = known.get(key) ?? (await ask(key, asked, wasRefused))
        if (given) answer(given.username, given.password)
        else answer()
      }
    },
    question: () => open[0]?.question,
    answer({ id, credentials }) {
      const [first] = open
      if (first?.question.id !== id) return false
      open.shift()
      if (credentials) known.set(first.key, credentials)
      else peaceUntil.set(first.key, now() + peaceMs)
      changed(open[0]?.question)
      for (const resolve of first.waiting) resolve(credentials)
      return true
    },
  }
}
