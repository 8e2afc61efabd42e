import type { Screen } from './screens.ts'

const areSomeEnough = process.env['SCREENS'] === 'some'

/** All screens; one in so many of them in the project `some-screens`, which the quick tests have. */
export const someScreens = (screens: readonly Screen[], oneIn: number): readonly Screen[] =>
  areSomeEnough ? screens.filter((_, index) => index % oneIn === 0) : screens
