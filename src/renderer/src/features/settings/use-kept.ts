import { useState } from 'react'
import type { SettingsChange } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { announce } from '../../stores/live-store.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { changeSettings } from './change-settings.ts'

const settings = text.window.settings

/** What came of the last change of one setting. */
export type Kept =
  | { readonly kind: 'untouched' | 'saved' }
  | { readonly kind: 'refused'; readonly why: string }

/** Changes one setting and remembers what came of it; `refuse` is for what need not be asked for. */
export function useKept(name: string): {
  readonly kept: Kept
  keep(change: SettingsChange): Promise<void>
  refuse(why: string): void
  forget(): void
} {
  const stores = useStores()
  const [kept, setKept] = useState<Kept>({ kind: 'untouched' })
  const refuse = (why: string): void => {
    setKept({ kind: 'refused', why })
    announce(stores.live, `${name}: ${settings.notSaved(why)}`)
  }
  return {
    kept,
    async keep(change) {
      const failure = await changeSettings(stores, change)
      if (failure) return refuse([failure.message, failure.remedy ?? ''].join(' ').trim())
      setKept({ kind: 'saved' })
      announce(stores.live, `${name}: ${settings.saved}`)
    },
    refuse,
    forget: () => setKept({ kind: 'untouched' }),
  }
}
