import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { timeOfDay } from '../../lib/time-of-day.ts'
import { useRun } from '../../stores/desk-context.tsx'
import { exactText } from '../../theme/page-layout.ts'
import type { Row } from '../phones/row.ts'

const words = text.window.table.details

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    alignItems: 'baseline',
  },
  name: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text', maxWidth: '100ch' },
  exact: exactText,
  id: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

/** How a phone fared: in the service's words, what to do, and in which batch. */
export function PhoneDetails({ row }: { readonly row: Row }) {
  const styles = useStyles()
  const run = useRun(({ state }) => state)
  const phone = run?.phones.find((one) => one.row === row.row)
  if (!run || !phone) {
    return (
      <dl className={styles.facts}>
        <Fact name={words.leftOutWhy}>{row.result}</Fact>
        <Fact name={words.whatToDo}>{words.leftOutHint}</Fact>
      </dl>
    )
  }
  const { batchId } = run.batches[phone.batch] ?? {}
  return (
    <dl className={styles.facts}>
      {row.result !== '' && <Fact name={words.serviceSays}>{row.result}</Fact>}
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
      <Fact name={words.since}>{timeOfDay(phone.since)}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  )
}
