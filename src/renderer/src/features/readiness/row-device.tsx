import { makeStyles, tokens } from '@fluentui/react-components'
import type { DeviceFacts } from '../../../../shared/inventory/device.ts'
import { deviceWords } from '../../../../shared/inventory/device-words.ts'
import { type JudgedDevice, judgeDevices } from '../../../../shared/inventory/judge-device.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { ReadinessMark } from '../../components/readiness-mark.tsx'
import { dayAndTime } from '../../model/date-and-time.ts'
import type { Row } from '../../model/phones/row.ts'
import { useKnownInventory } from '../../stores/use-readiness.ts'

const words = text.window.inventory.row

const useStyles = makeStyles({
  check: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    '& > :first-child': { flexShrink: 0 },
  },
  facts: { color: tokens.colorNeutralForeground2 },
})

/** What the device inventory says of the phone of a row; undefined where nobody has asked. */
export function useRowDevice(row: Row): JudgedDevice | undefined {
  const inventory = useKnownInventory()
  return inventory && judgeDevices([row], inventory, Date.now())[0]?.judged
}

export function RowDevice({ judged }: { readonly judged: JudgedDevice }) {
  const styles = useStyles()
  const now = Date.now()
  const said = [
    ...(judged.device ? factWords(judged.device, now) : []),
    words.readAt(dayAndTime(judged.at, now)),
  ]
  return (
    <Fact name={words.name}>
      <div className={styles.check}>
        <ReadinessMark status={judged.status} />
        <span>{deviceWords(judged, now)}</span>
      </div>
      <span className={styles.facts}>{said.join(' ')}</span>
    </Fact>
  )
}

/** The facts, each in a sentence; the inventory's own words unchanged. */
function factWords(
  { onboardedAt, signIn, signInAt, user, health, healthAt, firmware }: DeviceFacts,
  now: number,
): readonly string[] {
  return [
    ...(onboardedAt.read ? [words.onboarded(dayAndTime(onboardedAt.value, now))] : []),
    ...(signIn.read && signIn.value !== 'never' && signInAt.read
      ? [words[signIn.value](dayAndTime(signInAt.value, now))]
      : []),
    ...(user.read ? [words.user(user.value)] : []),
    ...(health.read
      ? [
          healthAt.read
            ? words.healthSince(health.value, dayAndTime(healthAt.value, now))
            : words.health(health.value),
        ]
      : []),
    ...(firmware.read ? [words.firmware(firmware.value)] : []),
  ]
}
