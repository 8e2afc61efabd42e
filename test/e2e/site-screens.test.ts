import { lookAtAll } from './support/look-at-all.ts'
import { siteScreens } from './support/site-screens.ts'

// The parts of the page Provisioning beside the URLs; main is played by the test.

lookAtAll(siteScreens)
