import { maxPhonesPerBatch } from '../../../../shared/gateway/limits.ts'
import { text } from '../../../../shared/text/index.ts'
import { useSettings } from '../../stores/stores-context.tsx'
import { ChoiceSetting } from './choice-setting.tsx'
import { Section } from './section.tsx'

const words = text.window.settings.advanced

const batchSizes = [100, 75, 50, 25, 10]

/** Settings that most people never have to change. */
export function AdvancedSettings() {
  const chosen = useSettings((settings) => settings.batchSize ?? maxPhonesPerBatch)
  // The file of the settings may hold any size, and it is what counts.
  const sizes = batchSizes.includes(chosen) ? batchSizes : [...batchSizes, chosen].toSorted((a, b) => b - a)
  return (
    <Section title={words.title}>
      <ChoiceSetting
        label={words.batchSize}
        hint={words.batchSizeHint}
        choices={sizes.map((size) => ({
          value: `${size}`,
          label: words.batchSizes(size, maxPhonesPerBatch),
        }))}
        chosen={`${chosen}`}
        change={(value) => ({ batchSize: Number(value) })}
      />
    </Section>
  )
}
