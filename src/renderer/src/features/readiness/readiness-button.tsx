import { Button, Tooltip } from '@fluentui/react-components'
import { ClipboardCheckmark20Regular } from '@fluentui/react-icons/svg/clipboard-checkmark'
import { RecordStop20Regular } from '@fluentui/react-icons/svg/record-stop'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { checkedList } from '../../stores/list-check.ts'
import { checkReadiness, stopChecking } from '../../stores/readiness-actions.ts'
import { useList, useRun, useStores } from '../../stores/stores-context.tsx'
import { useReadinessData } from '../../stores/use-readiness.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'

const words = text.window.readiness

/** Checks the accounts of the open list; while that goes on, ends it. */
export function ReadinessButton() {
  const stores = useStores()
  const checking = useReadinessData((data) => data.checking)
  const whyNot = useWhyNot()
  if (checking) {
    return (
      <Tooltip content={words.checking(checking.done, checking.of)} relationship="description">
        <Button icon={<RecordStop20Regular />} onClick={() => stopChecking(stores)}>
          {words.stop}
        </Button>
      </Tooltip>
    )
  }
  return (
    <Tooltip content={whyNot ?? words.buttonHint} relationship="description">
      <Button
        icon={<ClipboardCheckmark20Regular />}
        disabledFocusable={whyNot !== undefined}
        onClick={() => void checkReadiness(stores)}
      >
        {words.button}
      </Button>
    </Tooltip>
  )
}

function useWhyNot(): string | undefined {
  const list = useList(checkedList)
  const isSignedIn = useSignedIn() !== undefined
  const underWay = useRun(({ state }) => isWatching(state))
  if (!list) return words.why.noList
  if (!isSignedIn) return words.why.signedOut
  if (underWay) return words.why.underWay
  return list.rows.some(({ status }) => status === 'ready') ? undefined : words.why.noPhones
}
