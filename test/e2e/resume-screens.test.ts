import { lookAtAll } from './support/look-at-all.ts'
import { resumeScreens } from './support/resume-screens.ts'

// The page alone, with a main that the test plays: the app itself is in resume.test.ts.
lookAtAll(resumeScreens)
