// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in sight
import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { useCellStyles } from './grid-layout.ts'

const useStyles = makeStyles({ remedy: { color: tokens.colorNeutralForeground2 } })

/** What the check or the service says, and what to do; in full in the hint and in the details. */
export const ResultCell = memo(function ResultCell(props: {
  readonly result: string
  readonly remedy: string
  readonly tabIndex: 0 | -1
}) {
  const { result, remedy, tabIndex } = props
  const styles = useStyles()
  const cells = useCellStyles()
  const hint = [result, remedy].filter((part) => part !== '').join('\n')
  return (
    <div
      role="gridcell"
      tabIndex={tabIndex}
      data-column="result"
      className={cells.cell}
      title={hint === '' ? undefined : hint}
    >
      <span className={cells.text}>
        {result}
        {remedy !== '' && <span className={styles.remedy}> {remedy}</span>}
      </span>
    </div>
  )
})
