/** What the app is asked for when it is started. Other switches are Electron's and Chromium's own. */
export type CommandLine = {
  /** `--simulated-tenant`: enter it at launch. */
  readonly simulatedTenant: boolean
  /** `--list=FILE`: open this phone list at launch. */
  readonly list: string | undefined
  /** `--speed=N`: how many times faster than a real service the simulated tenant, or a stand-in, is. */
  readonly speed: number | undefined
  /** `--developer-tools`: F12 opens them. An app that is not packaged has them anyway. */
  readonly developerTools: boolean
  readonly standIns: StandIns | undefined
  /**
   * For tests: `--authority=https://localhost:PORT` and `--api=http://127.0.0.1:PORT` replace Microsoft's sign-in and
   * the service, and `--sign-in-limit=MS` the time that a person has to sign in.
   */
  readonly isPrepared: boolean
  /** For tests: `--update-feed=http://127.0.0.1:PORT` stands in for where updates are published. */
  readonly updateFeed: string | undefined
}

/**
 * For tests: `--authority=https://localhost:PORT` and `--api=http://127.0.0.1:PORT` stand in for Microsoft's
 * sign-in and for the service, and `--sign-in-limit=MS` for the time that a person may take.
 */
type StandIns = {
  readonly authority: string
  readonly api: string
  readonly signInLimitMs: number | undefined
}

/** Reads the arguments; a value that is no use counts as absent. A packaged app has no stand-ins. */
export function readCommandLine(
  args: readonly string[],
  { isPackaged = true }: { readonly isPackaged?: boolean } = {},
): CommandLine {
  return {
    simulatedTenant: args.includes('--simulated-tenant'),
    list: switchValue(args, 'list') || undefined,
    speed: positive(switchValue(args, 'speed')),
    developerTools: !isPackaged || args.includes('--developer-tools'),
    standIns: isPackaged ? undefined : readStandIns(args),
    isPrepared: !isPackaged && args.includes('--prepared'),
    updateFeed: isPackaged ? undefined : loopbackOrigin(switchValue(args, 'update-feed'), 'http:'),
  }
}

/** Only both together and only on this machine: so no token of Microsoft's ever gets to a stand-in. */
function readStandIns(args: readonly string[]): StandIns | undefined {
  const authority = loopbackOrigin(switchValue(args, 'authority'), 'https:')
  const api = loopbackOrigin(switchValue(args, 'api'), 'http:')
  if (authority === undefined || api === undefined) return undefined
  return { authority, api, signInLimitMs: positive(switchValue(args, 'sign-in-limit')) }
}

function loopbackOrigin(address: string | undefined, protocol: string): string | undefined {
  const url = URL.parse(address ?? '')
  const isBare = url?.href === `${url?.origin}/`
  return isBare && url.protocol === protocol && ['127.0.0.1', 'localhost'].includes(url.hostname)
    ? url.origin
    : undefined
}

function positive(value: string | undefined): number | undefined {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number : undefined
}

function switchValue(args: readonly string[], name: string): string | undefined {
  const start = `--${name}=`
  return args.findLast((arg) => arg.startsWith(start))?.slice(start.length)
}
