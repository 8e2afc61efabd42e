/** The process that made a lock, with all that tells it from another one of the same number. */
export type LockMaker = {
  readonly pid: number
  /** The computer, as it calls itself. */
  readonly host: string
  /** In whole seconds: for how long the computer had been up. */
  readonly up: number
  /** As Node calls it. WSL has the host name of the Windows around it, and numbers of its own. */
  readonly platform: string | undefined
  /** The installation of the system: the same after a restart. */
  readonly machine: string | undefined
  /** Linux: this start of this kernel, which all its containers have in common. */
  readonly boot: string | undefined
  /** Linux: where its number counts, and its start time. */
  readonly namespaces: Namespaces | undefined
  /** Linux: when it began, in ticks since the computer did. */
  readonly started: string | undefined
}

/** The inodes of its namespaces of process numbers and of time. */
export type Namespaces = { readonly pid: string; readonly time: string }

/** The visible facts about a living process. */
export type SeenProcess = { readonly started: string | undefined }

/** Looks for a living process; undefined where there is none of this number. */
export type LookFor = (pid: number) => Promise<SeenProcess | undefined>

/**
 * Whether a process that made a lock is gone, as far as that is certain from here. `elsewhere`: its number means nothing
 * here, so it may be alive. `own` is the process that asks: any other maker with its number is gone.
 */
export async function whereIs(
  maker: LockMaker,
  own: LockMaker,
  lookFor: LookFor,
): Promise<'gone' | 'here' | 'elsewhere'> {
  if (isFromBeforeRestart(maker, own)) return 'gone'
  if (!sharesNumbers(maker, own)) return 'elsewhere'
  const seen = maker.pid === own.pid ? undefined : await lookFor(maker.pid)
  if (!seen) return 'gone'
  const isLater = isKnown(maker.started) && isKnown(seen.started) && maker.started !== seen.started
  return isLater ? 'gone' : 'here'
}

/** Whether the same number is the same process for both, as long as neither ends. */
function sharesNumbers(maker: LockMaker, own: LockMaker): boolean {
  if (maker.platform !== own.platform) return false
  if (own.platform === 'linux')
    return isKnown(own.boot) && maker.boot === own.boot && areSame(maker.namespaces, own.namespaces)
  // Neither Windows nor macOS counts processes twice on one computer.
  return isOnSameMachine(maker, own)
}

/**
 * Whether its computer was restarted since. A namespace may belong to another computer with a copy of the same system, so
 * on Linux only the outermost one counts. On other systems the computer had been up for longer then than now. Nobody can
 * set that, unlike the clock. A minute allows for rounding.
 */
function isFromBeforeRestart(maker: LockMaker, own: LockMaker): boolean {
  if (maker.platform !== own.platform || !isOnSameMachine(maker, own)) return false
  if (own.platform !== 'linux') return maker.up > own.up + 60
  return (
    isKnown(own.machine) &&
    [maker, own].every(({ boot, namespaces }) => isKnown(boot) && namespaces?.pid === outermost) &&
    maker.boot !== own.boot
  )
}

// PROC_PID_INIT_INO in include/linux/proc_ns.h of the kernel.
const outermost = '4026531836'

const isOnSameMachine = (one: LockMaker, other: LockMaker): boolean =>
  one.host === other.host && one.machine === other.machine

const areSame = (one: Namespaces | undefined, other: Namespaces | undefined): boolean =>
  one !== undefined && one.pid === other?.pid && one.time === other.time

const isKnown = (text: string | undefined): text is string => text !== undefined
