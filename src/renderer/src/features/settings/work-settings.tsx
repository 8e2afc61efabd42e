import { Button } from '@fluentui/react-components'
import { regions } from '../../../../shared/gateway/region.ts'
import { themes } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { useSettings } from '../../stores/stores-context.tsx'
import { ChoiceSetting } from './choice-setting.tsx'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'
import { useKept } from './use-kept.ts'

const phones = text.window.phones
const { work: words } = text.window.settings

export function WorkSettings() {
  return (
    <Section title={words.title}>
      <RegionSetting />
      <ReadinessSetting />
      <InventorySetting />
      <ThemeSetting />
      <LayoutsSetting />
    </Section>
  )
}

const regionChoices = () =>
  [
    { value: '', label: words.noRegion },
    ...regions.map((value) => ({ value, label: phones.regionOption[value] })),
  ] as const

function RegionSetting() {
  const region = useSettings((settings) => settings.region)
  return (
    <ChoiceSetting
      label={words.region}
      hint={words.regionHint}
      setting="region"
      choices={regionChoices()}
      chosen={region ?? ''}
      change={(value) => ({ region: value === '' ? null : value })}
    />
  )
}

const readinessChoices = () =>
  [
    { value: 'auto', label: text.window.readiness.setting.auto },
    { value: 'by-hand', label: text.window.readiness.setting.byHand },
  ] as const

function ReadinessSetting() {
  const chosen = useSettings((settings) => settings.readiness ?? 'auto')
  return (
    <ChoiceSetting
      label={text.window.readiness.setting.label}
      hint={text.window.readiness.setting.hint}
      choices={readinessChoices()}
      chosen={chosen}
      change={(value) => ({ readiness: value === 'auto' ? null : value })}
    />
  )
}

const inventoryChoices = () =>
  [
    { value: 'off', label: text.window.inventory.setting.off },
    { value: 'on', label: text.window.inventory.setting.on },
  ] as const

function InventorySetting() {
  const chosen = useSettings((settings) => settings.inventory ?? 'off')
  return (
    <ChoiceSetting
      label={text.window.inventory.setting.label}
      hint={text.window.inventory.setting.hint}
      choices={inventoryChoices()}
      chosen={chosen}
      change={(value) => ({ inventory: value === 'off' ? null : value })}
    />
  )
}

const themeChoices = () => themes.map((value) => ({ value, label: words.themes[value] }))

/** Main gives it to the system's part of the window, and the page follows that (`useSystemTheme`). */
function ThemeSetting() {
  const chosen = useSettings((settings) => settings.theme)
  return (
    <ChoiceSetting
      label={words.theme}
      hint={words.themeHint}
      choices={themeChoices()}
      chosen={chosen}
      change={(theme) => ({ theme })}
    />
  )
}

/** A choice that was wrong once would be taken again for each file with the same headings. */
function LayoutsSetting() {
  const files = useSettings((settings) => settings.layouts?.length ?? 0)
  const { kept, keep } = useKept(words.layouts)
  return (
    <SettingRow
      label={words.layouts}
      hint={words.layoutsHint(files)}
      isField={false}
      kept={kept}
      control={({ 'aria-describedby': described }) => (
        <Button
          disabledFocusable={files === 0}
          aria-describedby={described}
          onClick={() => void keep({ layout: null })}
        >
          {words.forgetLayouts}
        </Button>
      )}
    />
  )
}
