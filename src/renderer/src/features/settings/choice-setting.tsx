import { makeStyles, Select } from '@fluentui/react-components'
import type { ManagedSetting } from '../../../../shared/policy.ts'
import type { SettingsChange } from '../../../../shared/settings.ts'
import { SettingRow } from './setting-row.tsx'
import { useKept } from './use-kept.ts'

// As wide as the fields beside it: the longest of the choices is read to its end.
const useStyles = makeStyles({
  select: { width: '100%', maxWidth: '460px', '& select': { textOverflow: 'ellipsis' } },
})

type Choice<Value extends string> = { readonly value: Value; readonly label: string }

/** A setting that is one of a few; it is kept as soon as it is chosen. */
export function ChoiceSetting<Value extends string>(props: {
  readonly label: string
  readonly hint: string
  /** What the organisation may have set. */
  readonly setting?: ManagedSetting
  readonly choices: readonly Choice<Value>[]
  readonly chosen: Value
  readonly change: (value: Value) => SettingsChange
}) {
  const { choices, chosen, change, ...row } = props
  const styles = useStyles()
  const { kept, keep } = useKept(props.label)
  return (
    <SettingRow
      {...row}
      kept={kept}
      control={(named) => (
        <Select
          {...named}
          className={styles.select}
          title={choices.find(({ value }) => value === chosen)?.label}
          value={chosen}
          onChange={(_, { value }) => {
            const choice = choices.find((one) => one.value === value)
            if (choice) void keep(change(choice.value))
          }}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    />
  )
}
