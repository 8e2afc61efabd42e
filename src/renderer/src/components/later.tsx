import { type ComponentType, useEffect, useState } from 'react'

/** A part of the window whose code isn't loaded with the window. */
export type LaterPart<Props = object> = ComponentType<Props> & {
  /** Loads the code, so that the part is there at once when it is shown. */
  readonly preload: () => Promise<void>
}

/**
 * Loads the code of a part of the window when it is first shown, or when it is preloaded. Code that can't be loaded is a
 * fault of the page, for the error boundary. Not by React's `Suspense`: it keeps what it shows meanwhile for 300 ms.
 */
export function later<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): LaterPart<Props> {
  let Loaded: ComponentType<Props> | undefined
  const fetch = async (): Promise<void> => {
    Loaded ??= await load()
  }
  function Part(given: Props) {
    const [outcome, setOutcome] = useState<{ readonly fault?: unknown }>()
    useEffect(() => {
      if (Loaded) return undefined
      let isOver = false
      const tell = (said: { readonly fault?: unknown }): void => {
        if (!isOver) setOutcome(said)
      }
      fetch().then(
        () => tell({}),
        (fault: unknown) => tell({ fault }),
      )
      return () => {
        isOver = true
      }
    }, [])
    if (outcome && 'fault' in outcome) throw outcome.fault
    // Shows nothing, but tells programs that read the page that it is not complete yet.
    return Loaded ? <Loaded {...given} /> : <span hidden data-loading />
  }
  return Object.assign(Part, {
    // A failure is told when the part is shown.
    preload: () => fetch().catch(() => undefined),
  })
}
