import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { text } from '../../shared/text/index.ts'
import { harmless } from '../print.ts'

/** What happened, what to do, and what Microsoft support asks for: some lines for the terminal. */
export function describeFailure(failure: SignInFailure): string {
  const { kind, message, code, said, correlationId, at } = failure
  const remedy = kind === 'device-code-blocked' ? text.cli.signIn.codeBlocked : failure.remedy
  const lines = [`${message} ${remedy}`]
  if (kind === 'proxy') lines.push(text.cli.signIn.proxyPassword)
  if (said !== undefined) lines.push(text.cli.signIn.said(said))
  if (correlationId !== undefined) lines.push(text.cli.signIn.forSupport(code, correlationId, at))
  return lines.map(harmless).join('\n')
}
