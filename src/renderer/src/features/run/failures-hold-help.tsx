import { Button, Tooltip } from '@fluentui/react-components'
import type { Hold } from '../../../../shared/run/hold.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { text } from '../../../../shared/text/index.ts'
import { StripHelp } from '../../components/strip-help.tsx'
import { holdIn } from '../../model/run/hold.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { showPanel } from '../grid/grid-actions.ts'

const { strip } = text.window.run
const { hold: words } = strip

/** Half of a batch failed alike: the other phones are held back until somebody says so. */
export function FailuresHoldHelp() {
  const hold = useRun(({ state }) => holdIn(state))
  return hold?.kind === 'failures' ? <Help hold={hold} /> : null
}

function Help({ hold }: { readonly hold: Extract<Hold, { kind: 'failures' }> }) {
  const stores = useStores()
  const left = useRun(({ state }) => (state ? stillToSubmit(state).phones : 0))
  const tenant = useRun(({ state }) => state?.tenant)
  const isHere = useSignedIn()?.tenant.id === tenant?.id
  return (
    <StripHelp
      words={
        <>
          <strong>{words.failures(hold.batch + 1, hold.phones, hold.of)}</strong> {words.said(hold.said)}{' '}
          {words.rest(left)}
        </>
      }
    >
      <Button size="small" onClick={() => showPanel(stores, 'failures')}>
        {strip.why}
      </Button>
      <Tooltip
        content={isHere ? words.goOnHint : text.window.unconfirmed.signInFirst(tenant?.name ?? '')}
        relationship="description"
      >
        <Button
          size="small"
          disabledFocusable={!isHere}
          onClick={() => stores.view.setState({ dialog: 'held' })}
        >
          {words.goOn(left)}
        </Button>
      </Tooltip>
    </StripHelp>
  )
}
