import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { focusInside } from '../theme/focus.ts'

const useStyles = makeStyles({ area: { height: '100%', overflow: 'auto', ...focusInside } })

/** A part of the page that scrolls by itself, by keyboard too. */
export function ScrollArea(props: {
  readonly name: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={mergeClasses(styles.area, props.className)} tabIndex={0} aria-label={props.name}>
      {props.children}
    </section>
  )
}
