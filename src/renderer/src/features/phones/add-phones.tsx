import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { Issue } from '../../../../shared/phones/issue.ts'
import { scannedDevice } from '../../../../shared/phones/scanned-device.ts'
import { text } from '../../../../shared/text/index.ts'
import { focusInto, landmark, tableId } from '../../components/landmarks.ts'
import { useToneStyles } from '../../components/status-mark.tsx'
import { checkTyped, type TypedPhone } from '../../model/phones/check-typed.ts'
import { addPhone, isEditable } from '../../stores/edit-actions.ts'
import { announce } from '../../stores/live-store.ts'
import { useList, useStores, useView } from '../../stores/stores-context.tsx'
import { framed } from '../../theme/page-layout.ts'

const { byHand: words } = text.window.phones

const useStyles = makeStyles({
  strip: {
    ...framed,
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  device: { flex: '1 1 210px', maxWidth: '360px', '& input': { fontFamily: tokens.fontFamilyMonospace } },
  account: { flex: '1 1 260px', maxWidth: '480px' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  // As high as nearly all messages need, so that the table does not jump while somebody scans.
  said: {
    ...typographyStyles.caption1,
    flexBasis: '100%',
    minHeight: '32px',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
})

const nothing: TypedPhone = { device: '', account: '' }

/** Phones are typed or scanned one after the other: the device, Enter, the account, Enter. */
export function AddPhones() {
  const isShown = useView(({ adding, shown }) => adding && shown === 'list')
  const editable = useList(isEditable)
  return isShown && editable ? <Fields /> : null
}

function Fields() {
  const styles = useStyles()
  const tones = useToneStyles()
  const stores = useStores()
  const id = useId()
  const [typed, setTyped] = useState(nothing)
  const device = useRef<HTMLInputElement>(null)
  const account = useRef<HTMLInputElement>(null)
  const seen = useDeferredValue(typed)
  const ofDevice = useTypedIssue(seen, 'device')
  const ofAccount = useTypedIssue(seen, 'account')
  const worst = [ofDevice, ofAccount].find((issue) => issue?.severity === 'error') ?? ofDevice ?? ofAccount
  useEffect(() => device.current?.focus(), [])

  const close = (): void => {
    flushSync(() => stores.view.setState({ adding: false }))
    focusInto(tableId)
  }
  // A scanner types faster than the page is drawn: the fields themselves know best.
  const now = (): TypedPhone => ({
    device: device.current?.value ?? '',
    account: account.current?.value ?? '',
  })
  /** A wrong value stays, to be typed or scanned over: the next phone must not get this one's device or account. */
  const refuses = (field: keyof TypedPhone, input: RefObject<HTMLInputElement | null>): boolean => {
    const { sheet, region } = stores.list.getState()
    const issue = sheet && checkTyped(sheet, region, now(), field)
    if (issue?.severity !== 'error') return false
    announce(stores.live, issue.message)
    input.current?.focus()
    input.current?.select()
    return true
  }
  const takeDevice = (): void => {
    if (!refuses('device', device)) account.current?.focus()
  }
  const takePhone = (): void => {
    if (refuses('device', device) || refuses('account', account)) return
    const phone = now()
    addPhone(stores, phone.account.trim(), scannedDevice(phone.device))
    setTyped(nothing)
    device.current?.focus()
  }
  const field = (name: keyof TypedPhone, take: () => void, issue: Issue | undefined) => ({
    autoComplete: 'off',
    spellCheck: false,
    value: typed[name],
    'aria-describedby': id,
    'aria-invalid': issue?.severity === 'error',
    onChange: (_: unknown, { value }: { value: string }) =>
      setTyped((before) => ({ ...before, [name]: value })),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
      else if (event.key === 'Enter') take()
      else return
      event.preventDefault()
    },
  })
  const tone = worst?.severity === 'error' ? tones.bad : tones.careful
  return (
    <section className={styles.strip} aria-label={words.title} {...landmark}>
      <Field className={styles.device} label={words.device}>
        <Input input={{ ref: device }} {...field('device', takeDevice, ofDevice)} />
      </Field>
      <Field className={styles.account} label={words.account}>
        <Input input={{ ref: account }} {...field('account', takePhone, ofAccount)} />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={takePhone}>
          {words.add}
        </Button>
        <Button onClick={close}>{words.close}</Button>
      </div>
      <p id={id} className={mergeClasses(styles.said, worst && tone)}>
        {worst?.message ?? words.help}
      </p>
    </section>
  )
}

function useTypedIssue(typed: TypedPhone, field: keyof TypedPhone): Issue | undefined {
  const sheet = useList((data) => data.sheet)
  const region = useList((data) => data.region)
  return useMemo(
    () => (sheet && typed[field] !== '' ? checkTyped(sheet, region, typed, field) : undefined),
    [sheet, region, typed, field],
  )
}
