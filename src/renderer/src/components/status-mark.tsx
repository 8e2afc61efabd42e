import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { ArrowUpload16Regular } from '@fluentui/react-icons/svg/arrow-upload'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleOff16Regular } from '@fluentui/react-icons/svg/circle-off'
import { Clock16Regular } from '@fluentui/react-icons/svg/clock'
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { QuestionCircle16Filled } from '@fluentui/react-icons/svg/question-circle'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { memo } from 'react'
import { text } from '../../../shared/text/index.ts'
import type { RowStatus } from '../model/phones/row.ts'
import { type Tone, toneOf } from '../model/tone.ts'

const icons: Record<RowStatus, typeof Clock16Regular> = {
  ready: Checkmark16Regular,
  warning: Warning16Filled,
  error: ErrorCircle16Filled,
  queued: Clock16Regular,
  submitting: ArrowUpload16Regular,
  'signing in': ArrowSync16Regular,
  'signed in': CheckmarkCircle16Filled,
  failed: DismissCircle16Filled,
  unknown: QuestionCircle16Filled,
  'not sent': CircleOff16Regular,
  'left out': SubtractCircle16Regular,
}

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  word: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

export const useToneStyles = makeStyles({
  // The first green has too little contrast on a dark row under the pointer.
  good: {
    color: tokens.colorStatusSuccessForeground1,
    '@media (prefers-color-scheme: dark)': { color: tokens.colorStatusSuccessForeground2 },
  },
  bad: { color: tokens.colorStatusDangerForeground3 },
  careful: { color: tokens.colorStatusWarningForeground1 },
  // Not colorBrandForeground1: on a dark row under the pointer it has too little contrast.
  moving: { color: tokens.colorBrandForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
} satisfies Record<Tone, object>)

/** A status as icon, word and colour: never by colour alone. */
export const StatusMark = memo(function StatusMark({ status }: { readonly status: RowStatus }) {
  const styles = useStyles()
  const tones = useToneStyles()
  return (
    <span className={mergeClasses(styles.mark, tones[toneOf[status]])}>
      <StatusIcon status={status} />
      <span className={styles.word}>{text.window.table.status[status]}</span>
    </span>
  )
})

export function StatusIcon({ status }: { readonly status: RowStatus }) {
  const styles = useStyles()
  const Icon = icons[status]
  return (
    <span className={styles.icon}>
      <Icon aria-hidden />
    </span>
  )
}
