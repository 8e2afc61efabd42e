import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ModuleProbe } from '../../../../shared/powershell/probe.ts'
import { canBeUsed, probeNotices, probeWords } from '../../../../shared/powershell/probe-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { MarkedLine } from '../../components/tone-mark.tsx'
import { ask } from '../../stores/app-stores.ts'
import { useSettings, useStores, useView } from '../../stores/stores-context.tsx'
import { ChoiceSetting } from './choice-setting.tsx'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'
import { TypedSetting } from './typed-setting.tsx'

const { way: words } = text.window.settings

const useStyles = makeStyles({
  outcome: { display: 'grid', rowGap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
})

/** By which way the service is reached, and whether Microsoft's module is there for it. */
export function WaySettings() {
  const way = useSettings((settings) => settings.way ?? 'direct')
  return (
    <div ref={usePlaceSentTo()}>
      <Section title={words.title}>
        <ChoiceSetting
          label={words.label}
          hint={words.hint}
          choices={(['direct', 'powershell'] as const).map((value) => ({ value, label: words.ways[value] }))}
          chosen={way}
          change={(value) => ({ way: value === 'direct' ? null : value })}
        />
        <TypedSetting
          setting="moduleVersion"
          label={words.version}
          hint={words.versionHint}
          placeholder={words.versionPlaceholder}
        />
        <ModuleRow />
      </Section>
    </div>
  )
}

/** When a link leads here, this setting scrolls into view and the choice gets the focus. */
function usePlaceSentTo() {
  const stores = useStores()
  const place = useRef<HTMLDivElement>(null)
  const isSentHere = useView(({ settingsPart }) => settingsPart === 'way')
  useEffect(() => {
    if (!isSentHere) return
    place.current?.scrollIntoView({ block: 'start' })
    place.current?.querySelector('select')?.focus({ preventScroll: true })
    stores.view.setState({ settingsPart: undefined })
  }, [isSentHere, stores])
  return place
}

function ModuleRow() {
  const styles = useStyles()
  const stores = useStores()
  const [probe, setProbe] = useState<ModuleProbe | 'looking'>()
  const look = async (): Promise<void> => {
    if (probe === 'looking') return
    setProbe('looking')
    const answer = await ask(stores, 'app', 'module:probe', undefined)
    setProbe(answer.ok ? answer.value : undefined)
  }
  const isLooking = probe === 'looking'
  return (
    <SettingRow
      label={words.probe}
      hint={words.probeHint}
      isField={false}
      control={() => (
        <>
          <Button disabledFocusable={isLooking} onClick={look}>
            {words.probeButton}
          </Button>
          <div className={styles.outcome} role="status">
            {isLooking && words.probing}
            {probe && !isLooking && <Outcome probe={probe} />}
          </div>
        </>
      )}
    />
  )
}

function Outcome({ probe }: { readonly probe: ModuleProbe }) {
  return (
    <>
      <MarkedLine kind={canBeUsed(probe) ? 'good' : 'careful'}>{probeWords(probe)}</MarkedLine>
      {probeNotices(probe).map((line) => (
        <MarkedLine key={line} kind="careful">
          {line}
        </MarkedLine>
      ))}
    </>
  )
}
