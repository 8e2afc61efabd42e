import { tokens } from '@fluentui/react-components'
import { focusInside } from './focus.ts'

/** A button that is an entry in a list of places to go to. */
export const entry = {
  width: '100%',
  border: '1px solid transparent',
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: 'transparent',
  color: tokens.colorNeutralForeground2,
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  ...focusInside,
} as const

/** The entry of the place that is shown. */
export const entryHere = {
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  // Shadows and backgrounds vanish where the system sets the colours.
  '@media (forced-colors: active)': { border: '1px solid Highlight' },
} as const
