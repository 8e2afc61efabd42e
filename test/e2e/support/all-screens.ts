import { claimsScreens } from './claims-screens.ts'
import { heldScreens } from './held-screens.ts'
import { historyScreens } from './history-screens.ts'
import { listsScreens } from './lists-screens.ts'
import { readinessScreens } from './readiness-screens.ts'
import { resumeScreens } from './resume-screens.ts'
import { type Screen, screens } from './screens.ts'
import { signInScreens } from './sign-in-screens.ts'
import { siteScreens } from './site-screens.ts'
import { tableScreens } from './table-screens.ts'

/** Every state of the window that somebody meets, in its groups. */
export const screenGroups: readonly (readonly Screen[])[] = [
  screens,
  signInScreens,
  tableScreens,
  listsScreens,
  claimsScreens,
  heldScreens,
  resumeScreens,
  historyScreens,
  siteScreens,
  readinessScreens,
]
