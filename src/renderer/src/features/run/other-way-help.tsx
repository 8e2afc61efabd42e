import { Button } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { isWorthOtherWay } from '../../../../shared/run/other-way.ts'
import { text } from '../../../../shared/text/index.ts'
import { StripHelp } from '../../components/strip-help.tsx'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { useGoesDirectly } from '../../stores/use-signed-in.ts'

const { otherWay: words } = text.window.run.strip

/** A call of the run failed directly and nothing was sent: the other way to the service may do. */
export function OtherWayHelp() {
  const stores = useStores()
  const isDirect = useGoesDirectly()
  const isWorthIt = useRun(
    ({ state }) => state !== undefined && !state.tenant.simulated && isWorthOtherWay(state),
  )
  const isWatched = useRun(({ state }) => isWatching(state))
  if (!isDirect || !isWorthIt) return null
  return (
    <StripHelp words={isWatched ? words.watched : words.stopped}>
      <Button size="small" onClick={() => stores.view.setState({ page: 'settings', settingsPart: 'way' })}>
        {words.choose}
      </Button>
    </StripHelp>
  )
}
