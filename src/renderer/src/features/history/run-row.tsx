import {
  Badge,
  Link,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { RowCell } from '../../components/row-grid.tsx'
import { StatusIcon, useToneStyles } from '../../components/status-mark.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import { heldWords, runStanding } from '../../model/history/run-standing.ts'
import { runName } from '../../model/run/run-name.ts'
import { tenantLine, tenantWords } from '../../model/session/tenant-words.ts'
import { useHistory, useRun, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { RunActions } from './run-actions.tsx'
import { RunTally } from './run-tally.tsx'

const { runs: words } = text.window.history

export const useRowStyles = makeStyles({
  main: {
    ...typographyStyles.body1Strong,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    userSelect: 'text',
  },
  // Two lines before it is cut: names of lists differ at their ends.
  name: {
    ...typographyStyles.body1Strong,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', userSelect: 'text' },
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  note: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  said: { overflowWrap: 'anywhere', userSelect: 'text' },
  icon: { display: 'inline-flex', flexShrink: 0 },
  inherit: { fontSize: 'inherit', lineHeight: 'inherit' },
  fixed: { flexShrink: 0 },
  end: { display: 'flex', justifyContent: 'flex-end' },
})

/** A run: which, where, how many phones fared how, how it stands, and what can be done with it. */
export function RunRow(props: {
  readonly run: PastRun
  readonly columns: number
  readonly tabIndex: 0 | -1
}) {
  const { run, columns, tabIndex } = props
  const styles = useRowStyles()
  const tones = useToneStyles()
  const shown = useRun(({ state }) => state)
  const { mark, tone, word, why } = runStanding(run, shown)
  // Of this computer it is said where somebody wants to open or delete it.
  const held = run.holder && run.holder.kind !== 'process' ? heldWords(run.holder) : undefined
  const when = dateAndTime(run.startedAt)
  return (
    <>
      <RowCell>
        <div className={styles.name} title={run.listName}>
          {run.listName}
        </div>
        <div className={mergeClasses(styles.aside, styles.cut)}>{when}</div>
      </RowCell>
      <RowCell>
        <TenantLine run={run} />
        <div className={mergeClasses(styles.aside, styles.cut)} title={run.operator.username}>
          {run.operator.username}
        </div>
      </RowCell>
      <RowCell>
        <RunTally run={run} />
      </RowCell>
      <RowCell>
        <div className={mergeClasses(styles.line, tones[tone])}>
          <span className={styles.icon}>
            <StatusIcon status={mark} />
          </span>
          {word}
        </div>
        {why !== '' && <div className={styles.aside}>{why}</div>}
      </RowCell>
      <RowCell>
        <RunActions run={run} name={runName(run)} tabIndex={tabIndex} />
      </RowCell>
      {held !== undefined && (
        <Note columns={columns} icon={<Warning16Filled />} className={tones.careful}>
          {held}
        </Note>
      )}
      {run.trouble !== undefined && (
        <Note columns={columns} icon={<Warning16Filled />} className={tones.careful}>
          {words.damaged(run.trouble)}
        </Note>
      )}
      {run.retryOf !== undefined && (
        <Note columns={columns} icon={<ArrowRepeatAll16Regular />}>
          <RetryOf runId={run.retryOf} tabIndex={tabIndex} />
        </Note>
      )}
    </>
  )
}

function TenantLine({ run: { tenant } }: { readonly run: PastRun }) {
  const styles = useRowStyles()
  const here = useSignedIn()?.tenant
  const named = tenantWords(tenant)
  const isOther = here !== undefined && here.id !== tenant.id
  return (
    <div className={styles.line}>
      <span className={styles.cut} title={`${tenantLine(named)}\n${tenant.id}`}>
        {named.name}
      </span>
      {tenant.simulated && (
        <Badge className={styles.fixed} size="small" color="warning" appearance="tint">
          {text.window.session.simulatedBadge}
        </Badge>
      )}
      {isOther && !tenant.simulated && (
        <Tooltip content={words.otherTenantHint} relationship="description">
          <Badge className={styles.fixed} size="small" color="informative" appearance="outline">
            {words.otherTenant}
          </Badge>
        </Tooltip>
      )}
    </div>
  )
}

/** Of a retry: the run that it tries again, and the way there. */
function RetryOf({ runId, tabIndex }: { readonly runId: string; readonly tabIndex: 0 | -1 }) {
  const styles = useRowStyles()
  const stores = useStores()
  const first = useHistory(({ disk }) => disk.value?.runs.find((one) => one.runId === runId))
  if (!first) return words.retryOfGone(runId)
  return (
    <>
      {words.retryOf}{' '}
      <Link
        inline
        className={styles.inherit}
        tabIndex={tabIndex}
        onClick={() => stores.history.setState({ run: { id: runId, focus: true } })}
      >
        {dateAndTime(first.startedAt)}
      </Link>
    </>
  )
}

export function Note(props: {
  readonly columns: number
  readonly icon: ReactNode
  readonly className?: string
  readonly children: ReactNode
}) {
  const { columns, icon, className, children } = props
  const styles = useRowStyles()
  return (
    <RowCell span={columns}>
      <div className={mergeClasses(styles.note, className)}>
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
        <span>{children}</span>
      </div>
    </RowCell>
  )
}
