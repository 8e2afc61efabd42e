/** A list that was opened or saved before, as the page knows it: main alone knows its path by this ID. */
export type RecentList = { readonly id: string; readonly name: string; readonly folder: string }

export const mostRecentLists = 8
