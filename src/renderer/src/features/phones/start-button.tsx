import { Button, Tooltip } from '@fluentui/react-components'
import { Play20Filled } from '@fluentui/react-icons/svg/play'
import { text } from '../../../../shared/text/index.ts'
import { whyNotStart } from '../../model/phones/why-not-start.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useList, useRun, useSession, useStores } from '../../stores/stores-context.tsx'
import { askToStart } from '../run/run-actions.ts'

const { phones } = text.window

/** The one button. It stays reachable while it cannot be pressed, so that it can say why. */
export function StartButton() {
  const stores = useStores()
  const list = useList(checkedList)
  const session = useSession((data) => data.session)
  const run = useRun(({ state }) => state)
  const why = whyNotStart(list, session, run)
  const button = (
    <Button
      appearance="primary"
      icon={<Play20Filled />}
      disabledFocusable={why !== undefined}
      onClick={() => askToStart(stores)}
    >
      {phones.bulkSignIn}
    </Button>
  )
  if (why === undefined) return button
  return (
    <Tooltip content={why} relationship="description">
      {button}
    </Tooltip>
  )
}
