import { tokens, typographyStyles } from '@fluentui/react-components'
import { lowWindow, narrowWindow } from './media.ts'

/** What the reading pages (not the table) share. */
export const readingPage = {
  width: '100%',
  maxWidth: '980px',
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalL,
  padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
} as const

/** What the pages with a table share: they fill the window. */
export const tablePage = {
  flexGrow: 1,
  // In a low or magnified window the page scrolls rather than squeeze its tables to nothing.
  minHeight: '480px',
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalS,
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  [narrowWindow]: { minHeight: '640px' },
  [lowWindow]: { minHeight: '640px' },
} as const

export const pageTitle = { ...typographyStyles.title3, margin: 0 } as const

export const card = {
  padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  borderRadius: tokens.borderRadiusLarge,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
} as const

/** What stands alone in the room of a list that is not there. */
export const emptyState = {
  ...card,
  flexGrow: 1,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  rowGap: tokens.spacingVerticalM,
  textAlign: 'center',
} as const

/** The edge of what stands on a page with a table: the table itself, and what is beside it. */
export const framed = {
  borderRadius: tokens.borderRadiusMedium,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
} as const

/** The frame of a table: what is left of the page, and never the height of all rows. */
export const tableFrame = {
  ...framed,
  flexGrow: 1,
  flexBasis: 0,
  minHeight: '140px',
  overflow: 'hidden',
} as const

/** Messages between the header and the page, whichever that is. */
export const abovePage = {
  flexShrink: 0,
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
} as const

/** Addresses and IDs: told apart letter by letter, selectable as one. */
export const exactText = {
  fontFamily: tokens.fontFamilyMonospace,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  overflowWrap: 'anywhere',
  userSelect: 'all',
} as const
