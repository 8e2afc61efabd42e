import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { RunEvent } from '../../../../shared/run/events.ts'
import { powerShellFor } from '../../../../shared/run/powershell.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { VirtualList } from '../../components/virtual-list.tsx'
import { day } from '../../model/date-and-time.ts'
import { sentence } from '../../model/run/sentence.ts'
import { timeOfDay } from '../../model/time-of-day.ts'
import { useRun } from '../../stores/stores-context.tsx'
import { CopyButton } from '../copy/copy-button.tsx'

const words = text.window.activity

const useStyles = makeStyles({
  log: { height: '100%', display: 'flex', flexDirection: 'column' },
  bar: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  entries: { flexGrow: 1, minHeight: 0 },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
  },
  // A run is taken up again days later: a time alone does not say when.
  day: { gridColumn: '1 / -1', fontWeight: tokens.fontWeightSemibold },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  sentence: { overflowWrap: 'anywhere', userSelect: 'text' },
  commands: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  code: {
    minWidth: 0,
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
})

/** What happened in the run, step by step, and how to do the same in PowerShell. */
export function ActivityLog() {
  const styles = useStyles()
  const events = useRun((data) => data.events)
  const state = useRun((data) => data.state)
  if (!state) return null
  const commands = (): string => events.flatMap((event) => powerShellFor(event, state)).join('\r\n')
  return (
    <div className={styles.log}>
      <div className={styles.bar}>
        <CopyButton content={commands} label={words.copyCommands} what={words.commandsCopied}>
          {words.copyCommands}
        </CopyButton>
      </div>
      <div className={styles.entries}>
        <VirtualList
          name={words.name}
          count={events.length}
          itemHeight={24}
          followEnd
          item={(index) => {
            const event = events[index]
            return event && <Entry event={event} before={events[index - 1]} state={state} />
          }}
        />
      </div>
    </div>
  )
}

type EntryProps = {
  readonly event: RunEvent
  readonly before: RunEvent | undefined
  readonly state: RunState
}

/** Old lines are not made again with each new event. Only the commands to look by hand depend on the open batches. */
const isTold = (told: EntryProps, { event, before, state }: EntryProps): boolean =>
  told.event === event &&
  told.before === before &&
  (told.state === state || (event.type !== 'WatchStopped' && told.state.runId === state.runId))

const Entry = memo(function Entry(props: EntryProps) {
  const { event, before, state } = props
  const styles = useStyles()
  const onDay = day(event.at)
  const commands = powerShellFor(event, state).join('\n')
  return (
    <div className={styles.entry}>
      {onDay !== day(before?.at) && <div className={styles.day}>{onDay}</div>}
      <time className={styles.time} dateTime={event.at}>
        {timeOfDay(event.at)}
      </time>
      <div>
        <div className={styles.sentence}>{sentence(event, state)}</div>
        {commands !== '' && (
          <div className={styles.commands}>
            <pre className={styles.code}>{commands}</pre>
            <CopyButton content={commands} label={words.copyCommand} what={words.commandCopied} />
          </div>
        )}
      </div>
    </div>
  )
}, isTold)
