import { makeStyles, Select, type SelectProps } from '@fluentui/react-components'

// A choice is as wide as its longest option by itself, and would stand out of a narrow column.
const useStyles = makeStyles({ select: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } } })

/** A choice that is as wide as its place. */
export function SiteSelect(props: Omit<SelectProps, 'className'>) {
  return <Select {...props} className={useStyles().select} />
}
