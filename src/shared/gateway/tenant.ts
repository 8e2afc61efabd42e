/** The organisation worked in. `simulated` marks the built-in stand-in and is never absent. */
export type Tenant = {
  readonly id: string
  readonly name: string
  readonly domain?: string
  readonly simulated: boolean
}

/** The signed-in administrator. */
export type Operator = { readonly username: string }
