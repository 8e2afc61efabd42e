import { Button, Tooltip } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { lookAtEvidence } from './unconfirmed-actions.ts'

const words = text.window.unconfirmed

/** Opens the evidence about a batch; only in the tenant whose record it stands in. */
export function EvidenceButton(props: {
  readonly batch: number
  readonly appearance?: 'primary'
  readonly tabIndex?: 0 | -1
}) {
  const { batch, appearance = 'secondary', tabIndex } = props
  const stores = useStores()
  const tenant = useRun(({ state }) => state?.tenant)
  const isHere = useSignedIn()?.tenant.id === tenant?.id
  return (
    <Tooltip
      content={isHere ? words.lookHint : words.signInFirst(tenant?.name ?? '')}
      relationship="description"
    >
      <Button
        size="small"
        appearance={appearance}
        tabIndex={tabIndex}
        aria-label={words.lookAt(batch + 1)}
        disabledFocusable={!isHere}
        onClick={() => lookAtEvidence(stores, batch)}
      >
        {words.look}
      </Button>
    </Tooltip>
  )
}
