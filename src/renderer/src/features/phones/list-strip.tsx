import { Button, makeStyles, Tooltip, tokens, typographyStyles } from '@fluentui/react-components'
import type { PhoneList } from '../../../../shared/phones/phone-list.ts'
import { planRun } from '../../../../shared/run/plan.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../../model/memoize-last.ts'
import { chooseAgain } from '../../stores/column-actions.ts'
import { isEditable } from '../../stores/edit-actions.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'

const { phones, chooseColumns: again } = text.window

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
  },
  name: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  aside: { color: tokens.colorNeutralForeground2 },
})

/** Which list this is, and what of it a run would sign in. */
export function ListStrip() {
  const styles = useStyles()
  const stores = useStores()
  const list = useList(checkedList)
  const hasColumns = useList((data) => data.opened !== undefined && isEditable(data))
  if (!list) return null
  return (
    <div className={styles.strip}>
      <h2 className={styles.name}>{list.name}</h2>
      <span className={styles.aside}>{standing(list)}</span>
      {hasColumns && (
        <Tooltip content={again.againHint} relationship="description">
          <Button size="small" appearance="subtle" onClick={() => chooseAgain(stores)}>
            {again.again}
          </Button>
        </Tooltip>
      )}
    </div>
  )
}

const standing = memoizeLast((list: PhoneList): string => {
  const plan = planRun(list)
  if (plan.phones.length > 0) return phones.readyToRun(plan.phones.length, plan.batches.length)
  const ready = list.rows.filter(({ status }) => status === 'ready').length
  return ready > 0 ? phones.regionMissing(ready) : phones.nothingReady
})
