import { useState } from 'react'
import type { SignInWay } from '../../../../shared/session.ts'
import { checkSettings } from '../../../../shared/settings.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { changeSettings } from '../settings/change-settings.ts'
import { signIn } from './session-actions.ts'

/** The tenant that somebody types in to sign in to, and whether it is to be kept. */
export type TenantChoice = {
  readonly typed: string
  readonly keep: boolean
  /** Why it cannot be a tenant, once that was to be told. */
  readonly problem: string | undefined
  type(typed: string): void
  setKeep(keep: boolean): void
  /** Tells what is wrong with it, if anything. Answers whether it can be used. */
  check(): boolean
  /** Signs in to it. Answers whether that has begun. */
  signIn(way: SignInWay): boolean
}

export function useTenantChoice(): TenantChoice {
  const stores = useStores()
  const [typed, setTyped] = useState('')
  const [keep, setKeep] = useState(false)
  const [told, setTold] = useState(false)
  const tenant = typed.trim()
  const checked = checkSettings({ tenant })
  const check = (): boolean => {
    setTold(!checked.ok)
    return checked.ok
  }
  return {
    typed,
    keep,
    problem: told && !checked.ok ? `${checked.failure.message} ${checked.failure.remedy}` : undefined,
    type: setTyped,
    setKeep,
    check,
    signIn(way) {
      if (!check()) return false
      if (keep && tenant !== '') void changeSettings(stores, { tenant })
      void signIn(stores, { way, ...(tenant !== '' && { tenant }) })
      return true
    },
  }
}
