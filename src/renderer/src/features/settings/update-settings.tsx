import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { updatePreferences } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { failureWords, stageTitle, standingWords } from '../../model/update-words.ts'
import { useRun, useSettings, useStores, useUpdates } from '../../stores/stores-context.tsx'
import { lookForUpdates } from '../updates/update-actions.ts'
import { UpdateButtons } from '../updates/update-buttons.tsx'
import { ChoiceSetting } from './choice-setting.tsx'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'

const settings = text.window.settings
const words = text.window.updates

const useStyles = makeStyles({
  standing: { display: 'grid', rowGap: tokens.spacingVerticalS, width: '100%' },
  only: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}` },
  managed: { display: 'block', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  what: { ...typographyStyles.body1Strong, margin: 0 },
  notes: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Newer versions: whether to look for them by itself, and what is known. */
export function UpdateSettings() {
  const styles = useStyles()
  const can = useUpdates(({ state }) => state.can)
  const managed = useSettings((data) => data.managed.updates)
  const duringRun = useRun(({ state }) => isWatching(state))
  if (can === 'forbidden' || can === 'unpublished') {
    return (
      <Section title={words.title}>
        <p className={styles.only}>
          {words.can[can]}
          {managed && <span className={styles.managed}>{settings.managed[managed.by](managed.place)}</span>}
        </p>
      </Section>
    )
  }
  return (
    <Section title={words.title}>
      <Preference />
      <SettingRow
        label={words.status}
        hint={duringRun ? words.duringRun : words.can[can]}
        isField={false}
        control={() => <Standing />}
      />
    </Section>
  )
}

function Preference() {
  const chosen = useSettings(({ updates }) => updates)
  return (
    <ChoiceSetting
      label={words.preference}
      hint={words.preferenceHint}
      setting="updates"
      choices={updatePreferences.map((value) => ({ value, label: words.preferences[value] }))}
      chosen={chosen}
      change={(updates) => ({ updates })}
    />
  )
}

function Standing() {
  const styles = useStyles()
  const stores = useStores()
  const updates = useUpdates(({ state }) => state)
  const { stage, looking, failure } = updates
  return (
    <div className={styles.standing}>
      {'release' in stage ? (
        <>
          <p className={styles.what}>{stageTitle(stage)}</p>
          {failure && <p className={styles.line}>{failureWords(failure)}</p>}
          {stage.kind === 'downloaded' && <p className={styles.line}>{words.install[stage.install]}</p>}
          {stage.release.notes.length > 0 && (
            <ul className={styles.notes} aria-label={words.whatIsNew}>
              {stage.release.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p className={styles.line}>{standingWords(updates)}</p>
      )}
      <div className={styles.buttons}>
        <UpdateButtons updates={updates} />
        {stage.kind !== 'downloading' && stage.kind !== 'downloaded' && (
          <Button
            icon={<ArrowSync20Regular />}
            disabledFocusable={looking}
            onClick={() => lookForUpdates(stores)}
          >
            {looking ? words.looking : words.look}
          </Button>
        )}
      </div>
    </div>
  )
}
