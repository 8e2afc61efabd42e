import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ReadinessStatus } from '../../../../shared/readiness/readiness.ts'
import { ReadinessMark } from '../../components/readiness-mark.tsx'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 900px)': { gridTemplateColumns: '104px minmax(0, 1fr)' },
  },
  text: { overflowWrap: 'anywhere', userSelect: 'text', maxWidth: '110ch' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 900px)': { gridColumn: '2' },
  },
})

/** One outcome, what it means, and what can be done about it. */
export function ReasonLine(props: {
  readonly status: ReadinessStatus
  readonly buttons?: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <li className={styles.line}>
      <ReadinessMark status={props.status} />
      <span className={styles.text}>{props.children}</span>
      <span className={styles.buttons}>{props.buttons}</span>
    </li>
  )
}

export const useReasonListStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  remedy: { color: tokens.colorNeutralForeground2 },
})
