import { claimsScreens } from './support/claims-screens.ts'
import { lookAtAll } from './support/look-at-all.ts'

// The page alone, with a main that the test plays: the app itself is in claims.test.ts.
lookAtAll(claimsScreens)
