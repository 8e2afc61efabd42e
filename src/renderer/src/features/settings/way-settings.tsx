import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ModuleProbe } from '../../../../shared/powershell/probe.ts'
import { canBeUsed, probeWords } from '../../../../shared/powershell/probe-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { useToneStyles } from '../../components/status-mark.tsx'
import { ask } from '../../stores/app-stores.ts'
import { useSettings, useStores, useView } from '../../stores/stores-context.tsx'
import { ChoiceSetting } from './choice-setting.tsx'
import { Section } from './section.tsx'
import { SettingRow } from './setting-row.tsx'

const { way: words } = text.window.settings

const useStyles = makeStyles({
  outcome: { margin: `${tokens.spacingVerticalS} 0 0`, overflowWrap: 'anywhere', userSelect: 'text' },
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
        <ModuleRow />
      </Section>
    </div>
  )
}

/** Whoever was sent here sees it, and has the focus on the choice. */
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
  const tones = useToneStyles()
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
          <p className={styles.outcome} role="status">
            {isLooking && words.probing}
            {probe && !isLooking && (
              <span className={canBeUsed(probe) ? tones.good : tones.careful}>{probeWords(probe)}</span>
            )}
          </p>
        </>
      )}
    />
  )
}
