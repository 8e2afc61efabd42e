import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { InventoryAnswer } from '../../../../shared/inventory/device.ts'
import { judgeDevices } from '../../../../shared/inventory/judge-device.ts'
import { text } from '../../../../shared/text/index.ts'
import { roughly } from '../../../../shared/text/roughly.ts'
import { useNow } from '../../components/use-now.ts'
import { dayAndTime } from '../../model/date-and-time.ts'
import { type DeviceGroup, deviceGroups, withTimeLeft } from '../../model/readiness/known-devices.ts'
import { askForInventory, stopReadingInventory } from '../../stores/inventory-actions.ts'
import { leaveRowsOut, selectRows } from '../../stores/readiness-actions.ts'
import { useSettings, useStores } from '../../stores/stores-context.tsx'
import { useKnownInventory, useReadinessData } from '../../stores/use-readiness.ts'
import { useListRows } from '../../stores/use-rows.ts'
import { ReasonLine, useReasonListStyles } from './reason-line.tsx'

const words = text.window.inventory

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  button: { marginLeft: 'auto' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  failure: { margin: 0, color: tokens.colorStatusDangerForeground1 },
})

/** What the device inventory says of the phones of the list; where it is off, that it could be asked. */
export function DeviceSection() {
  const styles = useStyles()
  const { title } = useReasonListStyles()
  const stores = useStores()
  const isOn = useSettings(({ inventory }) => inventory === 'on')
  const inventory = useKnownInventory()
  const isReading = useReadinessData((data) => data.readingInventory)
  const failure = useReadinessData((data) => data.inventoryFailure)
  return (
    <section aria-label={words.title}>
      <h3 className={title}>{words.title}</h3>
      {!isOn && (
        <p className={styles.note}>
          {words.off}{' '}
          <Link inline onClick={() => stores.view.setState({ page: 'settings' })}>
            {words.switchOn}
          </Link>
        </p>
      )}
      {isOn && (
        <div className={styles.head}>
          <span className={styles.note}>{isReading ? words.reading : readWords(inventory)}</span>
          <Button
            className={styles.button}
            size="small"
            onClick={() => (isReading ? stopReadingInventory(stores) : void askForInventory(stores))}
          >
            {isReading ? words.stop : inventory ? words.again : words.read}
          </Button>
        </div>
      )}
      {isOn && failure && <p className={styles.failure}>{words.failed(failure.message)}</p>}
      {inventory && <Devices inventory={inventory} />}
    </section>
  )
}

const readWords = (inventory: InventoryAnswer | undefined): string =>
  inventory
    ? text.readiness.inventory.read(dayAndTime(inventory.at, Date.now()), inventory.seen)
    : words.notRead

const mostShown = 10
const aMinute = 60_000

function Devices({ inventory }: { readonly inventory: InventoryAnswer }) {
  const styles = useStyles()
  const { list } = useReasonListStyles()
  const now = useNow(true, aMinute)
  const rows = useListRows().filter(({ wrong }) => wrong.length === 0)
  const phones = judgeDevices(rows, inventory, now)
  const inTime = withTimeLeft(phones)
  return (
    <>
      <p className={styles.note}>{text.readiness.inventory.experimental}</p>
      {phones.length < rows.length && (
        <p className={styles.note}>{words.notLookedUp(rows.length - phones.length)}</p>
      )}
      <ul className={list}>
        {deviceGroups(phones).map((group) => (
          <Group key={group.kind === 'unread' ? group.why : group.kind} group={group} />
        ))}
      </ul>
      {inTime.length > 0 && <TimeLeft phones={inTime} now={now} />}
    </>
  )
}

function Group({ group }: { readonly group: DeviceGroup }) {
  const stores = useStores()
  const title =
    group.kind === 'unread'
      ? words.unread(group.phones.length, text.readiness.inventory.why[group.why])
      : words.groups[group.kind](group.phones.length)
  const rows = group.phones.map(({ row }) => row)
  return (
    <ReasonLine
      status={group.kind === 'unread' ? 'unread' : 'may-fail'}
      buttons={
        <>
          <SelectButton rows={rows} name={text.window.readiness.selectThese(title)} />
          <Button
            size="small"
            aria-label={text.window.readiness.leaveOutThese(title)}
            onClick={() => leaveRowsOut(stores, rows)}
          >
            {text.window.readiness.leaveOut}
          </Button>
        </>
      }
    >
      {title}
    </ReasonLine>
  )
}

function SelectButton({ rows, name }: { readonly rows: readonly number[]; readonly name: string }) {
  const stores = useStores()
  return (
    <Button size="small" aria-label={name} onClick={() => selectRows(stores, rows)}>
      {text.window.readiness.select}
    </Button>
  )
}

function TimeLeft({
  phones,
  now,
}: {
  readonly phones: ReturnType<typeof withTimeLeft>
  readonly now: number
}) {
  const styles = useStyles()
  const { list, title } = useReasonListStyles()
  const shown = phones.slice(0, mostShown)
  const name = words.timeLeft(shown.length, phones.length)
  return (
    <>
      <div className={styles.head}>
        <h4 className={title}>{name}</h4>
        <SelectButton rows={shown.map(({ row }) => row)} name={words.selectUrgent(shown.length)} />
      </div>
      <ul className={list} aria-label={name}>
        {shown.map(({ row, username, deadline }) => (
          <ReasonLine key={row} mark={words.left(roughly(Date.parse(deadline) - now))}>
            {words.phone(row, username, dayAndTime(deadline, now))}
          </ReasonLine>
        ))}
      </ul>
    </>
  )
}
