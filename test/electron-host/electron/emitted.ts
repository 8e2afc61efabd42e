/** The event object of Electron's own events. The host reads afterwards whether `preventDefault` was called. */
export type Emitted<Details extends object> = Details & {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function emitted<Details extends object>(details: Details): Emitted<Details> {
  let prevented = false
  return Object.defineProperties(details, {
    defaultPrevented: { get: () => prevented },
    preventDefault: {
      value: () => {
        prevented = true
      },
    },
  }) as Emitted<Details>
}
