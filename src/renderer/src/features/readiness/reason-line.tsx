import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ReadinessStatus } from '../../../../shared/readiness/readiness.ts'
import { ReadinessMark } from '../../components/readiness-mark.tsx'

const narrow = '@container (max-width: 760px)'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    // Beside the table there is no room for three columns: the buttons come below the words.
    [narrow]: { gridTemplateColumns: '104px minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  text: { overflowWrap: 'anywhere', userSelect: 'text', maxWidth: '110ch' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    [narrow]: { gridColumn: '2' },
  },
})

/** One outcome, what it means, and what can be done about it. */
export function ReasonLine(props: {
  readonly status?: ReadinessStatus
  /** In place of a status. */
  readonly mark?: string
  readonly buttons?: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <li className={styles.line}>
      {props.status ? <ReadinessMark status={props.status} /> : <span>{props.mark}</span>}
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
