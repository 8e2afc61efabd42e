import { makeStyles, Select } from '@fluentui/react-components'
import { parseRegion, regions } from '../../../../shared/gateway/region.ts'
import { themes } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { useSettings } from '../../stores/desk-context.tsx'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'
import { useKept } from './use-kept.ts'

const {
  phones,
  settings: { work: words },
} = text.window

const useStyles = makeStyles({ select: { width: '100%', maxWidth: '300px' } })

export function WorkSettings() {
  return (
    <Section title={words.title}>
      <RegionSetting />
      <ThemeSetting />
    </Section>
  )
}

function RegionSetting() {
  const styles = useStyles()
  const region = useSettings((settings) => settings.region)
  const { kept, keep } = useKept(words.region)
  return (
    <SettingRow
      label={words.region}
      hint={words.regionHint}
      setting="region"
      kept={kept}
      control={(named) => (
        <Select
          {...named}
          className={styles.select}
          value={region ?? ''}
          onChange={(_, { value }) => keep({ region: parseRegion(value) ?? null })}
        >
          <option value="">{words.noRegion}</option>
          {regions.map((one) => (
            <option key={one} value={one}>
              {phones.regionOption[one]}
            </option>
          ))}
        </Select>
      )}
    />
  )
}

/** Main gives it to the system's part of the window, and the page follows that (`useSystemTheme`). */
function ThemeSetting() {
  const styles = useStyles()
  const theme = useSettings((settings) => settings.theme)
  const { kept, keep } = useKept(words.theme)
  return (
    <SettingRow
      label={words.theme}
      hint={words.themeHint}
      kept={kept}
      control={(named) => (
        <Select
          {...named}
          className={styles.select}
          value={theme}
          onChange={(_, { value }) => {
            const chosen = themes.find((one) => one === value)
            if (chosen) void keep({ theme: chosen })
          }}
        >
          {themes.map((one) => (
            <option key={one} value={one}>
              {words.themes[one]}
            </option>
          ))}
        </Select>
      )}
    />
  )
}
