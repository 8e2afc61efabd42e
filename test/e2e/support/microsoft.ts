import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Faults } from '../../../src/core/simulator/fault.ts'
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../../src/core/simulator/simulator.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { trustedCertificate } from '../../support/authority/certificate.ts'
import { contoso, type DirectoryUser, oslo } from '../../support/authority/directory.ts'
import { type Person, person } from '../../support/authority/person.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { type ServiceTime, serviceClock } from '../../support/service-clock.ts'
import { until } from '../../support/until.ts'
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts'
import { launchApp } from './launch-app.ts'

/** Microsoft on this machine: its sign-in, and a service that takes the tokens of it. */
export type MicrosoftOnLoopback = {
  readonly authority: Authority
  readonly service: Simulator
  readonly time: ServiceTime
  /** Where the app keeps its data, from one launch to the next. */
  readonly userData: string
  /** `api`: another service than this one. */
  launch(
    options?: Pick<LaunchOptions, 'args' | 'viewport'> & { readonly api?: string },
  ): Promise<AppUnderTest>
  /** The service takes none any more of the tokens that were given out by now. */
  refuseTokensSoFar(): void
  close(): Promise<void>
}

/** `speed`: of the service and of the app's polling. */
export async function startMicrosoft(
  speed = 1000,
  faults?: Faults,
  outcomes: Pick<SimulatorOptions, 'failureShare' | 'failFor'> = {},
): Promise<MicrosoftOnLoopback> {
  const authority = await startAuthority()
  let refused = 0
  const { now, ...time } = serviceClock(speed)
  const service = await startSimulator({
    now,
    speed,
    ...outcomes,
    ...(faults && { faults }),
    accepts: (token) => authority.secrets.lastIndexOf(token) >= refused && !isExpired(token),
    tenant: { id: contoso.id, name: 'Contoso', domain: contoso.domain, simulated: false },
    // These tests sign Oslo in where one operator has to be told from others.
    operatorId: oslo.oid,
  })
  const scratch = await mkdtemp(join(tmpdir(), 'microsoft-on-loopback-'))
  const userData = join(scratch, 'user-data')
  const certificate = join(scratch, 'authority.pem')
  await writeFile(certificate, (await trustedCertificate()).cert)
  return {
    authority,
    service,
    time,
    userData,
    launch: ({ args = [], api = service.baseUrl, ...options } = {}) =>
      launchApp({
        ...options,
        userData,
        env: { NODE_EXTRA_CA_CERTS: certificate },
        args: [
          `--authority=${authority.origin}`,
          `--api=${api}`,
          `--speed=${speed}`,
          // Chromium takes no certificates from the environment.
          ...(process.env['E2E_HOST'] === 'electron' ? ['--ignore-certificate-errors'] : []),
          ...args,
        ],
      }),
    refuseTokensSoFar: () => {
      refused = authority.secrets.length
    },
    async close() {
      await Promise.all([authority.close(), service.close()])
      await removeFolder(scratch)
    },
  }
}

/** The person at the browser that the app opens next, who signs in there. */
export async function signInAs(app: AppUnderTest, user: DirectoryUser, nth = 1): Promise<Person> {
  const somebody = person(user)
  await somebody.open(await openedUrl(app, nth))
  return somebody
}

/** The address that the app has the system's browser open; waits for it. */
export function openedUrl(app: AppUnderTest, nth = 1): Promise<string> {
  return until(`Page ${nth} that the app opens`, async () => (await openedUrls(app))[nth - 1])
}

export const openedUrls = async (app: AppUnderTest): Promise<readonly string[]> =>
  (await app.desktop()).flatMap((one) => (one.act === 'open-external' ? [one.url] : []))

function isExpired(token: string): boolean {
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return exp * 1000 <= Date.now()
}
