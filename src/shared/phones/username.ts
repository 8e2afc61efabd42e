/** Why a text is no user principal name. */
export type UsernameProblem =
  | { readonly kind: 'no-at' | 'several-at' | 'no-name' | 'dot-before-at' | 'domain' | 'too-long' }
  | { readonly kind: 'character'; readonly character: string }

/**
 * Why a text can't be a user principal name of Entra ID: letters, digits and `. _ - ! # ^ ~ '`, no dot before the one
 * @, then a domain with a dot (Microsoft, "Password policies and account restrictions in Microsoft Entra ID"). A
 * top-level domain may have any length.
 */
export function usernameProblem(text: string): UsernameProblem | undefined {
  if (isUsername(text)) return undefined
  return text.length > longestUsername ? { kind: 'too-long' } : explain(text)
}

/** Whether a text is a user principal name: the quick answer for most cells. */
export const isUsername = (text: string): boolean =>
  text.length <= longestUsername && principalName.test(text)

/** The same for two usernames of one account: Entra ID compares them without regard to case. */
export const accountKey = (username: string): string => username.toLowerCase()

/** No directory stores a longer one (Microsoft, [MS-ADA3], userPrincipalName, rangeUpper). */
const longestUsername = 1024

// Labels of the domain have hyphens only within. What each part repeats, no neighbour can match: it cannot
// backtrack far.
const principalName = /^[A-Za-z0-9._\-!#^~']+(?<!\.)@(?!-)[A-Za-z0-9-]+(?<!-)(?:\.(?!-)[A-Za-z0-9-]+(?<!-))+$/

function explain(text: string): UsernameProblem {
  const character = /[^A-Za-z0-9._\-!#^~'@]/u.exec(text)?.[0]
  if (character !== undefined) return { kind: 'character', character }
  const at = text.indexOf('@')
  if (at < 0) return { kind: 'no-at' }
  if (text.includes('@', at + 1)) return { kind: 'several-at' }
  if (at === 0) return { kind: 'no-name' }
  return { kind: text.charAt(at - 1) === '.' ? 'dot-before-at' : 'domain' }
}
