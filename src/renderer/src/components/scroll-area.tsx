import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { focusInside } from '../theme/focus.ts'

const useStyles = makeStyles({ area: { height: '100%', overflow: 'auto', ...focusInside } })

/** A part of the page that scrolls by itself, by keyboard too. */
export function ScrollArea(props: {
  readonly name: string
  readonly className?: string
  /** For content as wide as a file has columns: nobody expects to see all of it at once. */
  readonly sideways?: true
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <section
      className={mergeClasses(styles.area, props.className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={props.name}
      data-sideways={props.sideways}
    >
      {props.children}
    </section>
  )
}
