import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { nextIndex } from '../model/next-index.ts'
import { focusInside } from '../theme/focus.ts'

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap' },
  tab: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderBottom: '2px solid transparent',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ...focusInside,
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  // As wide as in bold, so that choosing a tab moves none of the others.
  label: {
    display: 'inline-grid',
    '::after': {
      content: 'attr(data-label)',
      height: 0,
      overflow: 'hidden',
      visibility: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
})

export type TabChoice<Value extends string> = { readonly value: Value; readonly label: string }

/**
 * Tabs (WAI-ARIA Authoring Practices, "Tabs", automatic activation). Fluent's own tabs have elements that are hidden
 * from screen readers but take the focus; axe rightly reports that. The content names itself `tabpanelId(id)`.
 */
export function Tabs<Value extends string>(props: {
  readonly id: string
  readonly name: string
  readonly tabs: readonly TabChoice<Value>[]
  /** Undefined while no content is shown. */
  readonly selected: Value | undefined
  readonly onSelect: (value: Value) => void
}) {
  const { id, name, tabs, selected, onSelect } = props
  const styles = useStyles()
  const entry = selected ?? tabs[0]?.value
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const current = tabs.findIndex(({ value }) => value === entry)
    const line = { count: tabs.length, arrows: 'left and right', wraps: true } as const
    const next = tabs[nextIndex(event.key, current, line) ?? -1]
    if (!next) return
    event.preventDefault()
    onSelect(next.value)
    document.getElementById(tabId(id, next.value))?.focus()
  }
  return (
    <div role="tablist" aria-label={name} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={tabId(id, value)}
          className={mergeClasses(styles.tab, value === selected && styles.selected)}
          aria-selected={value === selected}
          aria-controls={value === selected ? tabpanelId(id) : undefined}
          tabIndex={value === entry ? 0 : -1}
          onClick={() => onSelect(value)}
        >
          <span className={styles.label} data-label={label}>
            {label}
          </span>
        </button>
      ))}
    </div>
  )
}

export const tabId = (id: string, value: string): string => `${id}-tab-${value}`
export const tabpanelId = (id: string): string => `${id}-tabpanel`
