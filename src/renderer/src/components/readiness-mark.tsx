import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { memo } from 'react'
import type { ReadinessStatus } from '../../../shared/readiness/readiness.ts'
import { text } from '../../../shared/text/index.ts'
import type { Tone } from '../model/tone.ts'
import { useToneStyles } from './status-mark.tsx'

const icons = {
  ready: CheckmarkCircle16Regular,
  fails: DismissCircle16Filled,
  'may-fail': Warning16Filled,
  unread: QuestionCircle16Regular,
} as const satisfies Record<ReadinessStatus, unknown>

const toneOf: Readonly<Record<ReadinessStatus, Tone>> = {
  ready: 'good',
  fails: 'bad',
  'may-fail': 'careful',
  unread: 'quiet',
}

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    whiteSpace: 'nowrap',
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
})

/** Readiness as icon, word and colour: never by colour alone. */
export const ReadinessMark = memo(function ReadinessMark({ status }: { readonly status: ReadinessStatus }) {
  const styles = useStyles()
  const tones = useToneStyles()
  const Icon = icons[status]
  return (
    <span className={mergeClasses(styles.mark, tones[toneOf[status]])}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      {text.window.readiness.status[status]}
    </span>
  )
})
