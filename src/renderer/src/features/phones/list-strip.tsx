import { Button, Link, makeStyles, Tooltip, tokens, typographyStyles } from '@fluentui/react-components'
import type { PhoneList } from '../../../../shared/phones/phone-list.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../../model/memoize-last.ts'
import { phonesIn, type SignedInBefore, type StartPlan } from '../../model/phones/start-plan.ts'
import { chooseAgain } from '../../stores/column-actions.ts'
import { includeSignedIn } from '../../stores/list-actions.ts'
import { checkedList } from '../../stores/list-check.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { useStartPlan } from '../../stores/use-start.ts'

const phones = text.window.phones
const again = text.window.chooseColumns

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
  const hasColumns = useList(({ opened, runIds }) => opened !== undefined && runIds.length === 0)
  const start = useStartPlan()
  if (!list || !start) return null
  return (
    <div className={styles.strip}>
      <h2 className={styles.name}>{list.name}</h2>
      <span className={styles.aside}>{standing(list, start)}</span>
      <SignedInNote signedIn={start.signedIn} />
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

/** Says which phones were signed in a few days ago, and has them be signed in again or left out. */
function SignedInNote({ signedIn }: { readonly signedIn: SignedInBefore }) {
  const styles = useStyles()
  const stores = useStores()
  const number = phonesIn(signedIn)
  if (number === 0) return null
  const { areIncluded } = signedIn
  const { signedIn: words } = phones
  return (
    <span className={styles.aside}>
      {areIncluded ? words.included(number) : words.leftOut(number)}{' '}
      <Link inline onClick={() => includeSignedIn(stores, !areIncluded)}>
        {areIncluded ? words.leaveOut(number) : words.include(number)}
      </Link>
    </span>
  )
}

const standing = memoizeLast((list: PhoneList, { plan, signedIn }: StartPlan): string => {
  if (plan.phones.length === 0 && signedIn.parts.length > 0) return phones.allSignedIn
  if (plan.phones.length > 0) return phones.readyToRun(plan.phones.length, plan.batches.length)
  const ready = list.rows.filter(({ status, region }) => status === 'ready' && !region).length
  if (ready > 0) return phones.regionMissing(ready)
  return list.rows.some(({ status }) => status === 'ready') ? phones.allSignedIn : phones.nothingReady
})
