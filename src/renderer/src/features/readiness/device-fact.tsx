import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import type { JudgedPhoneDevice, QuestionDevices } from '../../model/readiness/known-devices.ts'
import { useReadinessData } from '../../stores/use-readiness.ts'

const { confirm: words } = text.window.inventory

const useStyles = makeStyles({
  warning: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    '& > svg': { flexShrink: 0, marginTop: '2px' },
  },
})

const mostShown = 3

/** Before phones are signed in: those that another account uses, by name, and those whose time may be over. */
export function DeviceFact({ devices }: { readonly devices: QuestionDevices | undefined }) {
  const isReading = useReadinessData((data) => data.readingInventory)
  if (!devices && !isReading) return null
  const { inUse, late } = devices ?? { inUse: [], late: 0 }
  const more = inUse.length - mostShown
  return (
    <Fact name={words.name}>
      {isReading && <div>{words.reading}</div>}
      {inUse.slice(0, mostShown).map((phone) => (
        <Warning key={phone.row}>{inUseWords(phone)}</Warning>
      ))}
      {more > 0 && <Warning>{words.moreInUse(more)}</Warning>}
      {inUse.length > 0 && <div>{words.makeSure(inUse.length)}</div>}
      {late > 0 && <Warning>{words.late(late)}</Warning>}
    </Fact>
  )
}

function Warning({ children }: { readonly children: string }) {
  const styles = useStyles()
  const tones = useToneStyles()
  return (
    <div className={styles.warning}>
      <Warning16Filled className={tones.careful} aria-hidden />
      {children}
    </div>
  )
}

const inUseWords = ({ row, judged: { finding } }: JudgedPhoneDevice): string =>
  finding.kind === 'in-use' && finding.user !== undefined
    ? words.inUse(row, finding.user)
    : words.inUseUnnamed(row)
