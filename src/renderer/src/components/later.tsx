import { type ComponentType, lazy, Suspense, useState } from 'react'

/** A part of the window whose code isn't loaded with the window. */
export type LaterPart<Props = object> = ComponentType<Props> & {
  /** Loads the code, so that the part is there at once when it is shown. */
  readonly preload: () => Promise<void>
}

/**
 * Loads the code of a part of the window when it is first shown, or when it is preloaded. Code that can't be loaded is a
 * fault of the page, for the error boundary.
 */
export function later<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | undefined
  const Unloaded = lazy(async () => {
    loaded = await load()
    return { default: loaded }
  })
  function Part(given: Props) {
    // Chosen once: another component in this place would forget its state.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Unloaded)
    return (
      // Nothing is seen, and whoever looks at the page by program knows that it is not whole yet.
      <Suspense fallback={<span hidden data-loading />}>
        <Shown {...given} />
      </Suspense>
    )
  }
  return Object.assign(Part, {
    preload: async () => {
      try {
        loaded = await load()
      } catch {
        // Told when the part is shown.
      }
    },
  })
}
