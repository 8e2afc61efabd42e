import { lookAtAll } from './support/look-at-all.ts'
import { signInScreens } from './support/sign-in-screens.ts'

// The page alone, with a main that the test plays: how signing in goes with the whole app and a local authority
// is in sign-in.test.ts.

lookAtAll(signInScreens, { prefix: 'sign-in-' })
