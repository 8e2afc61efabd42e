import { screenGroups } from './support/all-screens.ts'
import { lookAtAll } from './support/look-at-all.ts'

// Every tenth screen of each group, for the quick tests: in one window, for the first look at a page takes as long as
// three later ones. All of them are in the tests of the groups.

lookAtAll(screenGroups.flatMap((screens) => screens.filter((_, index) => index % 10 === 0)))
