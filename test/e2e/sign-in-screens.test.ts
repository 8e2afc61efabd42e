import { lookAtAll } from './support/look-at-all.ts'
import { signInScreens } from './support/sign-in-screens.ts'

// The page alone, with a main that the test plays: how signing in goes with the whole app and a local authority
// is in sign-in.test.ts.

// Those whose layout depends most on the room there is.
const wideAndNarrow = ['accounts', 'code', 'blocked', 'long-tenant', 'long-menu', 'renewal-code', 'denied']
const sized = signInScreens.filter(({ name }) => wideAndNarrow.includes(name) || name.startsWith('settings'))

lookAtAll(signInScreens, { sized, prefix: 'sign-in-' })
