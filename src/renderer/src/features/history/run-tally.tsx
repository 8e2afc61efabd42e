import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { type PhoneCounts, totalOf } from '../../../../shared/run/counts.ts'
import { isUnfinished, type PastRun } from '../../../../shared/run/past-run.ts'
import { pastRunEnd } from '../../../../shared/run/run-end.ts'
import { text } from '../../../../shared/text/index.ts'
import { StatusIcon, useToneStyles } from '../../components/status-mark.tsx'
import { toneOf } from '../../model/tone.ts'

const { runs: words } = text.window.history

const useStyles = makeStyles({
  marks: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    whiteSpace: 'nowrap',
  },
})

/** How the phones of a run fared: once it has ended in a sentence, before in numbers; what is not there is not named. */
export function RunTally({ run }: { readonly run: PastRun }) {
  if (!isUnfinished(run)) return text.run.ended(pastRunEnd(run))
  const { counts, leftOut } = run
  return (
    <>
      <div>{words.phones(totalOf(counts))}</div>
      <Tally counts={counts} leftOut={leftOut} />
    </>
  )
}

/** How many phones stand where, as icon, number and word. */
export function Tally({ counts, leftOut = 0 }: { readonly counts: PhoneCounts; readonly leftOut?: number }) {
  const styles = useStyles()
  const tones = useToneStyles()
  return (
    <div className={styles.marks}>
      {tally(counts, leftOut).map(({ status, number }) => (
        <span key={status} className={mergeClasses(styles.mark, tones[toneOf[status]])}>
          <StatusIcon status={status} />
          {words.tally[status](number)}
        </span>
      ))}
    </div>
  )
}

type Tallied = keyof typeof words.tally

/** Phones that are being submitted count as signing in: they are out of the operator's hands. */
function tally(
  counts: PhoneCounts,
  leftOut: number,
): readonly { readonly status: Tallied; readonly number: number }[] {
  const numbers: readonly (readonly [Tallied, number])[] = [
    ['signed in', counts['signed in']],
    ['failed', counts.failed],
    ['unknown', counts.unknown],
    ['signing in', counts['signing in'] + counts.submitting],
    ['queued', counts.queued],
    ['not sent', counts['not sent']],
    ['left out', leftOut],
  ]
  return numbers.filter(([, number]) => number > 0).map(([status, number]) => ({ status, number }))
}
