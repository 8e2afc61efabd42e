import { makeStyles, tokens } from '@fluentui/react-components'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import type { Row } from '../../model/phones/row.ts'
import { useRun } from '../../stores/stores-context.tsx'
import { useListRuns } from '../../stores/use-memory.ts'
import { useIsListShown } from '../../stores/use-rows.ts'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'

const words = text.window.table.details

const useStyles = makeStyles({
  exact: exactText,
  id: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

/** How a phone fared: in the service's words, what to do, and in which batch. */
export function PhoneDetails({ row }: { readonly row: Row }) {
  const styles = useStyles()
  const run = useRun(({ state }) => state)
  const runs = useListRuns()
  const isListShown = useIsListShown()
  const phone = phoneOf(runs.length > 0 ? runs : run ? [run] : [], row)
  if (!phone) {
    return (
      <Facts>
        <Fact name={words.leftOutWhy}>{row.result}</Fact>
        <Fact name={words.whatToDo}>
          {row.remedy === '' ? (isListShown ? words.leftOutByHandHint : words.leftOutHint) : row.remedy}
        </Fact>
      </Facts>
    )
  }
  const { batchId } = phone.of.batches[phone.batch] ?? {}
  return (
    <Facts>
      {row.result !== '' && (
        <Fact name={row.status === 'not sent' ? words.result : words.serviceSays}>{row.result}</Fact>
      )}
      {row.remedy !== '' && <Fact name={words.whatToDo}>{row.remedy}</Fact>}
      <Fact name={words.batch}>
        {batchId === undefined ? (
          `${phone.batch + 1}, ${words.notSubmitted}`
        ) : (
          <span className={styles.id}>
            {`${phone.batch + 1}:`} <code className={styles.exact}>{batchId}</code>
            <CopyButton
              content={batchId}
              label={text.window.run.batches.copyBatchId(phone.batch + 1)}
              what={words.batchId}
            />
          </span>
        )}
      </Fact>
      <Fact name={words.since}>{dateAndTime(phone.since)}</Fact>
    </Facts>
  )
}

/** The row as the last of these runs had it. */
function phoneOf(runs: readonly RunState[], { row }: Row) {
  for (const of of runs.toReversed()) {
    const phone = of.phones.find((one) => one.row === row)
    if (phone) return { ...phone, of }
  }
  return undefined
}
