import { Button, Tooltip } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { ClipboardTextLtr20Regular } from '@fluentui/react-icons/svg/clipboard-text-ltr'
import { text } from '../../../../shared/text/index.ts'
import { useShortly } from '../../components/use-shortly.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { copySummary } from './run-actions.ts'

const { frame, run: words } = text.window

/** Copies how the run went as text for a ticket; for a moment it says that it did. */
export function SummaryButton() {
  const stores = useStores()
  const [copied, setCopied] = useShortly()
  return (
    <Tooltip content={copied ? frame.copied : words.copySummaryHint} relationship="description">
      <Button
        aria-label={words.copySummary}
        icon={copied ? <Checkmark20Regular /> : <ClipboardTextLtr20Regular />}
        onClick={async () => setCopied(await copySummary(stores))}
      />
    </Tooltip>
  )
}
