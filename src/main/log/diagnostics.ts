import { defaultClientId } from '../../shared/auth/client-id.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import type { DoctorReport } from '../../shared/doctor/report.ts'
import { reportAsText } from '../../shared/doctor/report-as-text.ts'
import type { EncryptionCheck } from '../../shared/encryption-check.ts'
import type { AppInfo } from '../../shared/ipc.ts'
import { countPhones } from '../../shared/run/counts.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { SessionState } from '../../shared/session.ts'
import type { AppSettings } from '../../shared/settings.ts'
import { harmless } from '../../shared/text/harmless.ts'
import { text } from '../../shared/text/index.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import type { Log, LoggedEntry } from './log.ts'
import { shortenNames } from './shorten-names.ts'

export type Diagnosed = {
  readonly info: AppInfo
  /** `Windows 10.0.26100 x64`. */
  readonly system: string
  readonly now: number
  readonly session: SessionState
  readonly encryption: EncryptionCheck
  readonly run: RunState | undefined
  readonly settings: AppSettings
  readonly recent: ReturnType<Log['recent']>
  /** The last test of a tenant; it has no values of answers. */
  readonly tenantTest: DoctorReport | undefined
}

/** All that a support ticket needs, as text. No token, no password; people in full only where the log has them so. */
export function diagnose(of: Diagnosed): string {
  const { info, system, now, session, encryption, run, settings, recent, tenantTest } = of
  const words = text.main.diagnostics
  const written = [
    words.title(text.window.frame.product, info.version),
    words.made(new Date(now).toISOString()),
    '',
    `${words.versions}: Electron ${info.electron}, Chromium ${info.chromium}, ${system}`,
    ...describeSession(session),
    `${words.encryption}: ${describeEncryption(encryption)}`,
    `${words.run}: ${run ? describeRun(run) : words.none}`,
    `${words.settings}: ${describeSettings(settings)}`,
    '',
    ...listed(words.calls, recent.calls),
    '',
    ...listed(words.errors, recent.troubles),
    '',
    `${words.tenantTest}: ${tenantTest ? '' : words.none}`,
    ...(tenantTest ? reportAsText(tenantTest).split('\n') : []),
  ]
    .map(harmless)
    .join('\n')
  const clean = withoutSecrets(written)
  return settings.fullNamesInLog ? clean : shortenNames(clean)
}

function describeSession(session: SessionState): readonly string[] {
  const words = text.main.diagnostics
  const failed = session.failure ? [describeFailure(session.failure)] : []
  if (session.kind !== 'signed-in')
    return [`${words.tenant}: ${words.signedOut}`, ...failed.map((line) => `${words.signIn}: ${line}`)]
  const { tenant, operator, renewal, storage } = session
  const name = [tenant.name, tenant.domain, tenant.id].filter((part) => part !== undefined)
  const standing = [
    words.kept[storage],
    ...(renewal ? [`${words.renewal}: ${describeFailure(renewal)}`] : []),
    ...failed,
  ]
  return [
    `${words.tenant}: ${[...new Set(name)].join(', ')}${tenant.simulated ? ` (${words.simulated})` : ''}`,
    `${words.operator}: ${operator.username}`,
    `${words.signIn}: ${standing.join('; ')}`,
  ]
}

function describeEncryption(check: EncryptionCheck): string {
  const words = text.main.diagnostics.encryptionOutcome
  return check.kind === 'failed' ? words.failed(check.reason) : words[check.kind]
}

const describeFailure = ({ kind, code, correlationId, at, message }: SignInFailure): string =>
  [kind, code, correlationId, at, message].filter((part) => part !== undefined).join(' ')

function describeRun(run: RunState): string {
  const counts = Object.entries(countPhones(run)).filter(([, count]) => count > 0)
  const batchIds = run.batches.flatMap(({ batchId, stage }) => [`${batchId ?? '-'} ${stage}`])
  return [
    run.runId,
    run.watching.kind,
    ...counts.map(([status, count]) => `${count} ${status}`),
    ...batchIds,
  ].join(', ')
}

function describeSettings({ troubles, managed, fileBeside, ...settings }: AppSettings): string {
  const shown = Object.entries({ clientId: defaultClientId, ...settings })
  return [
    ...shown.map(([name, value]) => `${name} ${value}`),
    ...Object.entries(managed).map(
      ([name, { by, place }]) => `${name} ${text.main.diagnostics.setBy[by](place)}`,
    ),
    ...(fileBeside
      ? [text.main.diagnostics.fileBeside(fileBeside.path, fileBeside.answer, fileBeside.sha256)]
      : []),
    ...troubles,
  ].join(', ')
}

function listed(title: string, entries: readonly LoggedEntry[]): readonly string[] {
  const lines = entries.map(({ at, correlationId, area, message }) =>
    [' ', at, correlationId, area, message.split('\n')[0]].filter((part) => part !== undefined).join(' '),
  )
  return [`${title}:`, ...(lines.length > 0 ? lines : [`  ${text.main.diagnostics.none}`])]
}
