import { Button, Tooltip } from '@fluentui/react-components'
import { Play20Filled } from '@fluentui/react-icons/svg/play'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { canSignIn, countNext, firstFew } from '../../model/phones/start-plan.ts'
import { startWords } from '../../model/phones/start-words.ts'
import { whyNotStart } from '../../model/phones/why-not-start.ts'
import { checkedList } from '../../stores/list-check.ts'
import { useList, useRun, useSession, useStores } from '../../stores/stores-context.tsx'
import { useListRuns } from '../../stores/use-memory.ts'
import { useListRows } from '../../stores/use-rows.ts'
import { useSelectedRows, useStartPlan } from '../../stores/use-start.ts'
import { askToStart, askToStartSelected } from '../run/run-actions.ts'

const { signIn: words, why } = text.window.phones

/** The one button, for the selected rows or for all that are next; and before the first run of many, a way to begin with few. */
export function StartButtons({ isAfterRun = false }: { readonly isAfterRun?: boolean }) {
  const selected = useSelectedRows()
  return selected.length > 0 ? <StartSelected /> : <StartNext isAfterRun={isAfterRun} />
}

function StartSelected() {
  const stores = useStores()
  const selected = useSelectedRows().filter(canSignIn)
  const whyNot = useWhyNot()
  return (
    <StartButton
      why={whyNot ?? (selected.length === 0 ? why.nothingSelected : undefined)}
      onClick={() => askToStartSelected(stores)}
    >
      {words.selected(selected.length)}
    </StartButton>
  )
}

/** After a run nothing is said where nothing is left to do. */
function StartNext({ isAfterRun }: { readonly isAfterRun: boolean }) {
  const stores = useStores()
  const rows = useListRows()
  const start = useStartPlan()
  const hasRun = useListRuns().length > 0
  const whyNot = useWhyNot(start)
  const plan = start?.plan ?? nothing
  // Before the first run all of them are new.
  const counts = hasRun ? countNext(rows, plan) : { new: plan.phones.length, corrected: 0, failed: 0 }
  const { label, hint } = startWords(rows, counts, hasRun)
  const few = start?.plan.phones.slice(0, firstFew).map(({ row }) => row) ?? []
  if (isAfterRun && label === words.none) return null
  const isLong = (start?.plan.phones.length ?? 0) > firstFew
  return (
    <>
      <StartButton why={whyNot} hint={hint} onClick={() => askToStart(stores)}>
        {label}
      </StartButton>
      {!hasRun && isLong && whyNot === undefined && (
        <Tooltip content={words.firstFewHint(firstFew)} relationship="description">
          <Button onClick={() => askToStart(stores, { rows: new Set(few) })}>
            {words.firstFew(firstFew)}
          </Button>
        </Tooltip>
      )}
    </>
  )
}

const nothing = { phones: [] }

/** Stays reachable while disabled, to say why. */
function StartButton(props: {
  readonly why: string | undefined
  readonly hint?: string | undefined
  readonly onClick: () => void
  readonly children: string
}) {
  const { why: whyNot, hint, onClick, children } = props
  const content = whyNot ?? hint
  const button = (
    <Button
      appearance="primary"
      icon={<Play20Filled />}
      disabledFocusable={whyNot !== undefined}
      onClick={onClick}
    >
      {children}
    </Button>
  )
  if (content === undefined) return button
  return (
    <Tooltip content={content} relationship="description">
      {button}
    </Tooltip>
  )
}

/** Says what keeps phones of the list from being signed in. */
function useWhyNot(start?: ReturnType<typeof useStartPlan>): string | undefined {
  const list = useList(checkedList)
  const session = useSession((data) => data.session)
  const run = useRun(({ state }) => (isWatching(state) ? state : undefined))
  return whyNotStart(list, session, run, start)
}
