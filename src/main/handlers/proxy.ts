import type { ProxyAnswer, ProxyQuestion } from '../../shared/proxy.ts'
import { succeed } from '../../shared/result.ts'
import type { Handlers } from '../ipc/answer.ts'

/** The question of a proxy, and the operator's answer. */
export function proxyHandlers(proxy: {
  readonly question: () => ProxyQuestion | undefined
  readonly answer: (answer: ProxyAnswer) => boolean
}): Pick<Handlers, 'proxy:get' | 'proxy:answer'> {
  return {
    'proxy:get': () => succeed(proxy.question()),
    'proxy:answer': (answer) => {
      // Another question may wait by now: the window is told of that anyway.
      proxy.answer(answer)
      return succeed(proxy.question())
    },
  }
}
