import { lookAtAll } from './support/look-at-all.ts'
import { readinessScreens } from './support/readiness-screens.ts'

lookAtAll(readinessScreens, { prefix: 'readiness-' })
