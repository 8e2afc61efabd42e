import { lookAtAll } from './support/look-at-all.ts'
import { screens } from './support/screens.ts'

// The page alone, with a main that the test plays: some states (an interruption, a failure of each kind) come
// at their own time in the app. The app itself is looked at in real-screens.test.ts.

lookAtAll(screens)
