import { Link, Radio, RadioGroup } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { dayAndTime } from '../../model/date-and-time.ts'
import { phonesIn, type SignedInBefore } from '../../model/phones/start-plan.ts'
import type { Question } from '../../model/run/confirmation.ts'
import { includeSignedIn } from '../../stores/list-actions.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'

const { signedIn: words } = text.window.run.confirm
const { signedIn: choice } = text.window.phones

/** The phones that were signed in a few days ago, run by run and batch by batch, and the way to sign them in again or to leave them out. */
export function SignedInFact(props: { readonly signedIn: SignedInBefore; readonly kind: Question['kind'] }) {
  const { signedIn, kind } = props
  const { parts, areIncluded, isOpen } = signedIn
  const stores = useStores()
  const asked = useView((view) => view.asked)
  const number = phonesIn(signedIn)
  if (number === 0) return null
  const isByHand = isOpen !== undefined
  const include = (): void => {
    // A decision about the failed phones of a run says nothing about a list.
    if (kind === 'retry') stores.view.setState({ asked: { ...asked, include: !areIncluded } })
    else includeSignedIn(stores, !areIncluded)
  }
  return (
    <Fact name={words.name}>
      {isByHand ? words.chosen(number) : areIncluded ? words.included(number) : words.leftOut(number)}
      {parts.map((part) =>
        'run' in part ? (
          <div key={part.run.runId}>
            {words.line(part.run.listName, part.phones, dayAndTime(part.last, Date.now()))}
          </div>
        ) : (
          <div key={part.batch.batchId}>{words.batchLine(part.batch.batchId, part.phones)}</div>
        ),
      )}
      {isByHand && <Choice number={number} />}
      {!isByHand && (
        <Link inline onClick={include}>
          {areIncluded ? choice.leaveOut(number) : choice.include(number)}
        </Link>
      )}
    </Fact>
  )
}

/** An operator who selected such phones must say what to do with them: the app assumes neither. */
function Choice({ number }: { readonly number: number }) {
  const stores = useStores()
  const asked = useView((view) => view.asked)
  const { include } = asked
  return (
    <RadioGroup
      aria-label={words.question(number)}
      value={include === undefined ? '' : include ? 'include' : 'leave'}
      onChange={(_, { value }) => stores.view.setState({ asked: { ...asked, include: value === 'include' } })}
    >
      <Radio value="leave" label={words.leave(number)} />
      <Radio value="include" label={words.include(number)} />
    </RadioGroup>
  )
}
