import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { commandLine, type RunningCli, startProgram } from './run-cli.ts'

// util-linux. What it starts has process numbers of its own, from 1 on, and everything else in common with this computer.
const unshare = '/usr/bin/unshare'
const asRoot = ['--pid', '--fork', '--kill-child', '--mount-proc']
const asAnybody = ['--user', '--map-root-user', ...asRoot]

const works = (options: readonly string[]): boolean =>
  process.platform === 'linux' && spawnSync(unshare, [...options, '/bin/true']).status === 0

/** The options with which it works here; undefined where it does not, as in most containers. */
export const ownNumbers = (): readonly string[] | undefined => [asRoot, asAnybody].find(works)

/** Starts the built command line as in a container: with process numbers of its own, and the name of this computer. */
export const startCliWithOwnNumbers = (options: readonly string[], ...args: readonly string[]): RunningCli =>
  startProgram(unshare, [...options, process.execPath, commandLine, ...args], {})
