import { tokens } from '@fluentui/react-components'

/** The focus of our own elements, drawn inside them so that nothing clips it. */
export const focusInside = {
  ':focus-visible': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
} as const

/** For landmarks that take the focus from a shortcut without being controls. */
export const noOutline = { ':focus': { outline: 'none' } } as const
