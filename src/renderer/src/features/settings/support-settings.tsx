import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { text } from '../../../../shared/text/index.ts'
import { useShortly } from '../../components/use-shortly.ts'
import { useSession, useSettings, useStores } from '../../stores/stores-context.tsx'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'
import { copyDiagnostics, openLogFolder } from './settings-actions.ts'
import { useKept } from './use-kept.ts'

const frame = text.window.frame
const { support: words } = text.window.settings

const useStyles = makeStyles({
  // The box of a checkbox has room around it: its edge stands in line with the other controls.
  checkbox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  version: { userSelect: 'text' },
})

/** Settings that help when something went wrong. */
export function SupportSettings() {
  const styles = useStyles()
  const stores = useStores()
  const info = useSession((data) => data.info)
  return (
    <Section title={words.title}>
      <NamesSetting />
      <SettingRow
        label={words.log}
        hint={words.logHint}
        isField={false}
        control={() => (
          <Button icon={<FolderOpen20Regular />} onClick={() => openLogFolder(stores)}>
            {words.openLog}
          </Button>
        )}
      />
      <SettingRow
        label={words.diagnostics}
        hint={words.diagnosticsHint}
        isField={false}
        control={() => <DiagnosticsButton />}
      />
      {info && (
        <SettingRow
          label={words.about}
          hint={words.builtOn(info.electron, info.chromium)}
          isField={false}
          control={() => <span className={styles.version}>{words.version(frame.product, info.version)}</span>}
        />
      )}
    </Section>
  )
}

function NamesSetting() {
  const styles = useStyles()
  const full = useSettings((settings) => settings.fullNamesInLog)
  const { kept, keep } = useKept(words.names)
  return (
    <SettingRow
      label={words.names}
      hint={words.namesHint}
      isField={false}
      kept={kept}
      control={({ 'aria-describedby': described }) => (
        <Checkbox
          className={styles.checkbox}
          aria-describedby={described}
          checked={full}
          label={words.namesOption}
          onChange={(_, { checked }) => keep({ fullNamesInLog: checked === true })}
        />
      )}
    />
  )
}

function DiagnosticsButton() {
  const stores = useStores()
  const [copied, setCopied] = useShortly()
  return (
    <Button
      icon={copied ? <Checkmark20Regular /> : <Copy20Regular />}
      onClick={async () => setCopied(await copyDiagnostics(stores))}
    >
      {words.copyDiagnostics}
    </Button>
  )
}
