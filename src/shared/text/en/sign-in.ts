import { application } from './sign-in/application.ts'
import { cache } from './sign-in/cache.ts'
import { failures } from './sign-in/failures.ts'
import { network } from './sign-in/network.ts'
import { particular } from './sign-in/particular.ts'

/** Why signing in did not work and what to do, and what is said of the stored sign-in. */
export const signIn = { failures, application, network, particular, cache }
