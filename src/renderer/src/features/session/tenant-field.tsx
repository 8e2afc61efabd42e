import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { useSettings } from '../../stores/stores-context.tsx'
import type { TenantChoice } from './use-tenant-choice.ts'

const { tenantField: words } = text.window.session

const useStyles = makeStyles({
  field: { maxWidth: '420px' },
  // The box of a checkbox has room around it: its edge stands in line with the field.
  keep: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

/** For partners: whose tenant to sign in to. `focused`: somebody has asked for it, and types at once. */
export function TenantField(props: { readonly choice: TenantChoice; readonly focused?: boolean }) {
  const { choice, focused = false } = props
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  const setting = useSettings(({ tenant }) => tenant)
  const isManaged = useSettings(({ managed }) => managed.tenant !== undefined)
  const { typed, keep, problem } = choice
  return (
    <div className={styles.field}>
      <Field
        label={words.label}
        hint={setting === undefined ? words.hint : words.hintWithSetting(setting)}
        {...(problem !== undefined && { validationState: 'error', validationMessage: problem })}
      >
        <Input
          input={{ ref: input }}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          placeholder={text.window.settings.signIn.tenantPlaceholder}
          onChange={(_, { value }) => choice.type(value)}
          onBlur={choice.check}
        />
      </Field>
      {typed.trim() !== '' && typed.trim() !== setting && !isManaged && (
        <Checkbox
          className={styles.keep}
          checked={keep}
          label={words.remember}
          onChange={(_, { checked }) => choice.setKeep(checked === true)}
        />
      )}
    </div>
  )
}
