import { Button } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useSettings, useStores } from '../../stores/stores-context.tsx'
import { reviewFileBeside } from '../file-beside/file-beside-actions.ts'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'

const { settings: words } = text.window.fileBeside

/** What lies beside the program, what was said about it, and the way to say something else. */
export function FileBesideSettings() {
  const stores = useStores()
  const file = useSettings(({ fileBeside }) => fileBeside)
  if (!file) return null
  return (
    <Section title={words.title}>
      <SettingRow
        label={words.answer[file.answer ?? 'none']}
        hint={file.path}
        isField={false}
        control={() => <Button onClick={() => reviewFileBeside(stores)}>{words.review}</Button>}
      />
    </Section>
  )
}
