import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'
import type { ModuleTrouble, Obstacle } from './trouble.ts'

const { troubles, obstacles } = text.powershell

/** Why Microsoft's module can't be used, and what to do. */
export function troubleWords(trouble: ModuleTrouble): string {
  switch (trouble.kind) {
    case 'obstacle':
      return obstacleWords(trouble.obstacle)
    case 'not-signed-in':
      return troubles['not-signed-in'](trouble.said)
    case 'other-tenant':
    case 'simulated':
    case 'logged':
      return troubles[trouble.kind]
    default:
      return assertNever(trouble)
  }
}

export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.code) {
    case 'no-host':
      return obstacles['no-host']
    case 'not-started':
      return obstacles['not-started'](obstacle.program, obstacle.said)
    case 'constrained':
      return obstacles.constrained(obstacle.program, obstacle.mode)
    case 'script-blocked':
      return obstacles['script-blocked'](obstacle.program)
    case 'old-host':
      return obstacles['old-host'](obstacle.program, obstacle.version)
    case 'no-module':
      return obstacles['no-module'](obstacle.program, obstacle.edition)
    case 'old-module':
      return obstacles['old-module'](obstacle.version, obstacle.least, obstacle.edition)
    case 'no-such-version':
      return obstacles['no-such-version'](obstacle.wanted, obstacle.found)
    case 'not-loaded':
      return obstacles['not-loaded'](obstacle.version, obstacle.said, obstacle.policy)
    case 'silent':
      return obstacles.silent(obstacle.program)
    default:
      return assertNever(obstacle)
  }
}
