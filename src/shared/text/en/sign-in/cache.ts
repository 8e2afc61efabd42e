/** What is said of the stored sign-in. */
export const cache = {
  unreadable: {
    message: 'The stored sign-in cannot be read. It was put aside, and nobody is signed in.',
    remedy: 'Sign in again.',
  },
  notWritten: {
    message: 'The sign-in could not be stored. It lasts until the app ends.',
    remedy: 'Check that there is room on the disk and that the folder of the app may be written to.',
  },
  notErased: {
    message: 'You are signed out, but the stored sign-in could not be erased.',
    remedy: 'Delete the file of the stored sign-in in the data folder of the app.',
  },
}
