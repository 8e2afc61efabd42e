/** What stands in the place of a secret that somebody repeated. */
export const removed = { token: '[token removed]', password: '[password removed]' }
