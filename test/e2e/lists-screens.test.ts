import { listsScreens } from './support/lists-screens.ts'
import { lookAtAll } from './support/look-at-all.ts'

// The page alone, with a main that the test plays: the app itself is in lists.test.ts.
lookAtAll(listsScreens)
