import { Link } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { dayAndTime } from '../../model/date-and-time.ts'
import { phonesIn, type SignedInBefore } from '../../model/phones/start-plan.ts'
import { includeSignedIn } from '../../stores/list-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'

const { signedIn: words } = text.window.run.confirm
const { signedIn: choice } = text.window.phones

/** The phones that were signed in a few days ago, run by run, and the way to sign them in again or to leave them out. */
export function SignedInFact(props: { readonly signedIn: SignedInBefore; readonly canInclude: boolean }) {
  const { signedIn, canInclude } = props
  const { parts, areIncluded } = signedIn
  const stores = useStores()
  const number = phonesIn(signedIn)
  if (number === 0) return null
  return (
    <Fact name={words.name}>
      {areIncluded ? words.included(number) : words.leftOut(number)}
      {parts.map(({ run, phones, last }) => (
        <div key={run.runId}>{words.line(run.listName, phones, dayAndTime(last, Date.now()))}</div>
      ))}
      {canInclude && (
        <Link inline onClick={() => includeSignedIn(stores, !areIncluded)}>
          {areIncluded ? choice.leaveOut(number) : choice.include(number)}
        </Link>
      )}
    </Fact>
  )
}
