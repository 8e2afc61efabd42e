/** What the app is asked for when it is started. Other switches are Electron's and Chromium's own. */
export type CommandLine = {
  /** `--simulated-tenant`: enter it at launch. */
  readonly simulatedTenant: boolean
  /** `--list=FILE`: open this phone list at launch. */
  readonly list: string | undefined
  /** `--speed=N`: how many times faster than a real service the simulated tenant is. */
  readonly speed: number | undefined
}

/** Reads the arguments; a value that is no use counts as absent. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const speed = Number(switchValue(args, 'speed'))
  return {
    simulatedTenant: args.includes('--simulated-tenant'),
    list: switchValue(args, 'list') || undefined,
    speed: Number.isFinite(speed) && speed > 0 ? speed : undefined,
  }
}

function switchValue(args: readonly string[], name: string): string | undefined {
  const start = `--${name}=`
  return args.findLast((arg) => arg.startsWith(start))?.slice(start.length)
}
