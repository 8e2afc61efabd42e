import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import { checkSettings } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { useSettings } from '../../stores/stores-context.tsx'
import { SettingRow } from './setting-row.tsx'
import { useKept } from './use-kept.ts'

const useStyles = makeStyles({
  field: { display: 'flex', width: '100%', maxWidth: '460px', columnGap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0 },
})

/** A setting that is typed: checked as it is typed, kept when the field is left or by Enter. Esc takes it back. */
export function TypedSetting(props: {
  readonly setting: 'clientId' | 'tenant' | 'moduleVersion'
  readonly label: string
  readonly hint: string
  readonly placeholder: string
}) {
  const { setting, label, hint, placeholder } = props
  const styles = useStyles()
  const value = useSettings((settings) => settings[setting] ?? '')
  const [draft, setDraft] = useState<string>()
  const { kept, keep, refuse, forget } = useKept(label)
  const typed = draft ?? value
  const checked = checkSettings({ [setting]: typed })

  const save = async (wanted: string): Promise<void> => {
    if (wanted.trim() === value) return setDraft(undefined)
    const outcome = checkSettings({ [setting]: wanted })
    if (!outcome.ok) return refuse(`${outcome.failure.message} ${outcome.failure.remedy}`)
    await keep(outcome.value)
    setDraft(undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void save(typed)
    if (event.key !== 'Escape' || draft === undefined) return
    event.preventDefault()
    setDraft(undefined)
    forget()
  }
  return (
    <SettingRow
      label={label}
      hint={hint}
      {...(setting !== 'moduleVersion' && { setting })}
      kept={kept}
      problem={checked.ok ? undefined : checked.failure.remedy}
      control={(named) => (
        <div className={styles.field}>
          <Input
            {...named}
            className={styles.input}
            value={typed}
            placeholder={placeholder}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={!checked.ok}
            onChange={(_, data) => {
              setDraft(data.value)
              forget()
            }}
            onBlur={() => void save(typed)}
            onKeyDown={onKeyDown}
          />
          {value !== '' && draft === undefined && !named.disabled && (
            <Button appearance="subtle" onClick={() => keep({ [setting]: null })}>
              {text.window.settings.reset}
            </Button>
          )}
        </div>
      )}
    />
  )
}
