import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Checkmark12Filled } from '@fluentui/react-icons/svg/checkmark'
import { Subtract12Filled } from '@fluentui/react-icons/svg/subtract'

const useStyles = makeStyles({
  box: {
    width: '16px',
    height: '16px',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    pointerEvents: 'none',
  },
  checked: {
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      border: '1px solid Highlight',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
})

/** The look of a checkbox in a cell: the cell has the focus and the keys. Thousands of Fluent's checkboxes would be slow. */
export function CheckMark({
  checked,
  label,
}: {
  readonly checked: boolean | 'mixed'
  readonly label: string
}) {
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cell takes the focus
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      className={mergeClasses(styles.box, checked !== false && styles.checked)}
    >
      {checked === true && <Checkmark12Filled aria-hidden />}
      {checked === 'mixed' && <Subtract12Filled aria-hidden />}
    </span>
  )
}
