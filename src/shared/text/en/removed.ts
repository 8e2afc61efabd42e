/** The mark that replaces a secret that somebody repeated. */
export const removed = { token: '[token removed]', password: '[password removed]' }
