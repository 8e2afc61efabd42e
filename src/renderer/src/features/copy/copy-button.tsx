import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { Copy16Regular } from '@fluentui/react-icons/svg/copy'
import { text } from '../../../../shared/text/index.ts'
import { useShortly } from '../../components/use-shortly.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { copy } from './clipboard.ts'

const frame = text.window.frame

/**
 * Copies `content`; for a moment the button shows that it did. `label` is its name, in which `children` stand word
 * for word; `what` is what was copied, to be announced.
 */
export function CopyButton(props: {
  readonly content: string | (() => string)
  readonly label: string
  readonly what: string
  readonly children?: string
  readonly appearance?: NonNullable<ButtonProps['appearance']>
  readonly tabIndex?: 0 | -1
}) {
  const { content, label, what, children, appearance = 'subtle', tabIndex } = props
  const stores = useStores()
  const [copied, setCopied] = useShortly()
  return (
    // The name stays when the hint changes: what is written on the button must always be in it (WCAG 2.5.3).
    <Tooltip content={copied ? frame.copied : label} relationship="inaccessible">
      <Button
        aria-label={label}
        size="small"
        appearance={appearance}
        tabIndex={tabIndex}
        icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
        onClick={async () =>
          setCopied(await copy(stores, typeof content === 'string' ? content : content(), what))
        }
      >
        {children}
      </Button>
    </Tooltip>
  )
}
