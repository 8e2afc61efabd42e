import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import { useToneStyles } from './status-mark.tsx'

export type MarkKind = 'good' | 'careful' | 'bad' | 'quiet'

const icons = {
  good: CheckmarkCircle16Filled,
  careful: Warning16Filled,
  bad: ErrorCircle16Filled,
  quiet: SubtractCircle16Regular,
} as const

const useStyles = makeStyles({
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, margin: 0 },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: tokens.spacingVerticalXXS },
  words: { overflowWrap: 'anywhere', userSelect: 'text' },
})

/** A small sign before a sentence, for eyes that run over it. */
export function ToneMark({ kind }: { readonly kind: MarkKind }) {
  const styles = useStyles()
  const tones = useToneStyles()
  const Icon = icons[kind]
  return (
    <span className={mergeClasses(styles.icon, tones[kind])}>
      <Icon aria-hidden />
    </span>
  )
}

/** A sentence behind its sign. */
export function MarkedLine({ kind, children }: { readonly kind: MarkKind; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <p className={styles.line}>
      <ToneMark kind={kind} />
      <span className={styles.words}>{children}</span>
    </p>
  )
}
