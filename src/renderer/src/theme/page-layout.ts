import { tokens, typographyStyles } from '@fluentui/react-components'

/** What the reading pages (not the table) share. */
export const readingPage = {
  width: '100%',
  maxWidth: '980px',
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalL,
  padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
} as const

export const pageTitle = { ...typographyStyles.title3, margin: 0 } as const

export const card = {
  padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  borderRadius: tokens.borderRadiusLarge,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
} as const

/** Addresses and IDs: told apart letter by letter, selectable as one. */
export const exactText = {
  fontFamily: tokens.fontFamilyMonospace,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  overflowWrap: 'anywhere',
  userSelect: 'all',
} as const
