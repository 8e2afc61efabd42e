/** The current row of a long list. `focus`: the keyboard is to follow there. */
export type RowFocus = { readonly id: string; readonly focus: boolean }
