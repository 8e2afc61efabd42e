/** The question of a proxy that asks who uses it. */
export const proxy = {
  title: 'Sign in to your proxy',
  refusedTitle: 'The proxy refused this user name or password',
  refused: 'Check both, then try again.',
  proxy: 'Proxy',
  realm: 'Realm',
  username: 'User name',
  password: 'Password',
  kept: "Kept until you close the app. It's never saved.",
  clearTitle: 'Your password travels unencrypted',
  clear: "This proxy asks for it in clear text. Don't use a Microsoft 365 administrator's password here.",
  cancel: 'Cancel',
  signIn: 'Sign in',
} as const
