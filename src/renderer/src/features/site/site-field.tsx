import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
})

/** Fields side by side, as many as there is room for. */
export function SiteFields({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().fields}>{children}</div>
}

/** A field for a name, a number or an address. `problem`: what is wrong with what was typed. */
export function SiteField(props: {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { label, hint, problem, placeholder, value, onChange } = props
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(problem !== undefined && { validationState: 'error', validationMessage: problem })}
    >
      <Input
        value={value}
        spellCheck={false}
        autoComplete="off"
        {...(placeholder !== undefined && { placeholder })}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  )
}
