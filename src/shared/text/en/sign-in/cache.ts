/** The words about the stored sign-in. */
export const cache = {
  unreadable: {
    message: "The stored sign-in can't be read. It was set aside, and you're signed out.",
    remedy: 'Sign in again.',
  },
  notWritten: {
    message: "The sign-in couldn't be stored. It lasts until you close the app.",
    remedy: "Check that the disk isn't full and that the app's data folder can be written to.",
  },
  notErased: {
    message: "You're signed out, but the stored sign-in couldn't be erased.",
    remedy: 'Delete the file of the stored sign-in in the data folder of the app.',
  },
}
