/** Where people sign in: Microsoft's authority of the worldwide cloud, GCC included. */
export const microsoftAuthority = 'https://login.microsoftonline.com'
