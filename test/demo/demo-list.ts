/** What a demo shows: the built app in `appFolder`, with the phone list `list` open. */
export type Demo = { readonly appFolder: string; readonly list: string }
