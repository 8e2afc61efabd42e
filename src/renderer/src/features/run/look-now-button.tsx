import { Button, Tooltip } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { lookNow } from './run-actions.ts'

const { strip: words } = text.window.run

/** Asks the service at once, for an operator who cannot wait. */
export function LookNowButton() {
  const stores = useStores()
  return (
    <Tooltip content={words.lookNowHint} relationship="description">
      <Button size="small" onClick={() => lookNow(stores)}>
        {words.lookNow}
      </Button>
    </Tooltip>
  )
}
