import { Button, Tooltip } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useDesk } from '../../stores/desk-context.tsx'
import { lookNow } from './run-actions.ts'

const { strip: words } = text.window.run

/** Asks the service at once: somebody cannot wait. */
export function LookNowButton() {
  const desk = useDesk()
  return (
    <Tooltip content={words.lookNowHint} relationship="description">
      <Button size="small" onClick={() => lookNow(desk)}>
        {words.lookNow}
      </Button>
    </Tooltip>
  )
}
