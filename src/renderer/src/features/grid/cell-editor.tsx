import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { checkPhones } from '../../../../shared/phones/check.ts'
import type { Column } from '../../../../shared/phones/column.ts'
import { editCell } from '../../../../shared/phones/edit-cell.ts'
import type { Issue } from '../../../../shared/phones/issue.ts'
import { text } from '../../../../shared/text/index.ts'
import { StatusIcon, useToneStyles } from '../../components/status-mark.tsx'
import { edit, typedCell } from '../../stores/edit-actions.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { endEditing } from './grid-actions.ts'

const table = text.window.table

const useStyles = makeStyles({
  input: {
    width: '100%',
    height: '28px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    outline: 'none',
    boxShadow: `0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
  },
  exact: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  cellHint: {
    position: 'absolute',
    top: '32px',
    minWidth: '280px',
    maxWidth: 'min(560px, 60vw)',
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  above: { top: 'auto', bottom: '32px' },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: '2px' },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
})

/** Edits a cell. Every key checks the entry, Enter keeps it, and Esc gives it up. */
export function CellEditor({ row, column }: { readonly row: number; readonly column: Column }) {
  const styles = useStyles()
  const stores = useStores()
  const id = useId()
  const [before] = useState(() => typedCell(stores.list.getState(), row, column))
  const [typed, setTyped] = useState(() => stores.view.getState().editing?.typed ?? before)
  const input = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const worst = useCellHint(row, column, { before, typed })
  const isLow = useIsLow(input)
  // Typing continues after the text already entered.
  useEffect(() => {
    if (stores.view.getState().editing?.typed === undefined) input.current?.select()
  }, [stores])

  const end = (keep: boolean): void => {
    if (isOver.current) return
    isOver.current = true
    if (keep) edit(stores, row, column, typed)
    endEditing(stores)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    // The grid would read the same key as the wish to edit.
    event.stopPropagation()
    end(event.key === 'Enter')
    input.current?.closest<HTMLElement>('[data-column]')?.focus({ preventScroll: true })
  }
  return (
    <>
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: editing began here, so typing goes here
        autoFocus
        className={mergeClasses(styles.input, column === 'hardwareId' && styles.exact)}
        aria-label={table.editing.label(table.columns[column], row)}
        aria-invalid={worst?.severity === 'error'}
        aria-describedby={id}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        // Enter confirms a username as it is; leaving the cell without a change confirms nothing.
        onBlur={() => end(typed !== before)}
      />
      <CellHint id={id} worst={worst} isAbove={isLow} />
    </>
  )
}

function CellHint(props: {
  readonly id: string
  readonly worst: Issue | undefined
  readonly isAbove: boolean
}) {
  const { id, worst, isAbove } = props
  const styles = useStyles()
  const tones = useToneStyles()
  const status =
    worst?.severity === 'error' ? 'error' : worst?.severity === 'warning' ? 'warning' : 'signed in'
  const tone = status === 'error' ? tones.bad : status === 'warning' ? tones.careful : tones.good
  return (
    <div id={id} className={mergeClasses(styles.cellHint, isAbove && styles.above)}>
      <span className={mergeClasses(styles.icon, tone)}>
        <StatusIcon status={status} />
      </span>
      <div aria-live="polite">
        {worst ? worst.message : table.editing.fine}
        {worst && <div className={styles.hint}>{table.editing.hint}</div>}
      </div>
    </div>
  )
}

/** The worst the check would say about this cell, were it as typed. It may lag behind fast typing. */
function useCellHint(
  row: number,
  column: Column,
  { before, typed }: { readonly before: string; readonly typed: string },
): Issue | undefined {
  const sheet = useList((data) => data.sheet)
  const region = useList((data) => data.region)
  const settled = useDeferredValue(typed)
  return useMemo(() => {
    if (!sheet) return undefined
    const asTyped = settled === before ? sheet : editCell(sheet, row, column, settled)
    const { issues } = checkPhones(asTyped, region)
    const here = issues.filter((issue) => issue.row === row && issue.column === column)
    return here.find(({ severity }) => severity === 'error') ?? here[0]
  }, [sheet, region, row, column, before, settled])
}

/** Whether there is more room above the cell than below it. */
function useIsLow(input: RefObject<HTMLInputElement | null>): boolean {
  const [isLow, setIsLow] = useState(false)
  useEffect(() => {
    const grid = input.current?.closest('[role="grid"]')?.getBoundingClientRect()
    const cell = input.current?.getBoundingClientRect()
    if (grid && cell) setIsLow(cell.top - grid.top > grid.height / 2)
  }, [input])
  return isLow
}
