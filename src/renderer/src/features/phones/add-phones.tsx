import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { scannedDevice } from '../../../../shared/phones/scanned-device.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
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
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  device: { flex: '1 1 230px', maxWidth: '360px', '& input': { fontFamily: tokens.fontFamilyMonospace } },
  account: { flex: '1 1 280px', maxWidth: '480px' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS, paddingTop: '22px' },
  help: { ...typographyStyles.caption1, flexBasis: '100%', margin: 0, color: tokens.colorNeutralForeground2 },
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
  const stores = useStores()
  const [typed, setTyped] = useState(nothing)
  const device = useRef<HTMLInputElement>(null)
  const account = useRef<HTMLInputElement>(null)
  const seen = useDeferredValue(typed)
  const deviceIssue = useTypedIssue(seen, 'device')
  const accountIssue = useTypedIssue(seen, 'account')
  useEffect(() => device.current?.focus(), [])

  /** What is wrong stays, to be typed or scanned over: the next phone must not get this one's device or account. */
  const refuses = (field: keyof TypedPhone, input: RefObject<HTMLInputElement | null>): boolean => {
    const { sheet, region } = stores.list.getState()
    const issue = sheet && checkTyped(sheet, region, now(), field)
    if (issue?.severity !== 'error') return false
    announce(stores.live, issue.message)
    input.current?.focus()
    input.current?.select()
    return true
  }
  // A scanner types faster than the page is drawn.
  const now = (): TypedPhone => ({
    device: device.current?.value ?? '',
    account: account.current?.value ?? '',
  })
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
  const onEnter = (take: () => void) => (event: KeyboardEvent) => {
    if (event.key === 'Escape') stores.view.setState({ adding: false })
    else if (event.key === 'Enter') take()
    else return
    event.preventDefault()
  }
  return (
    <section className={styles.strip} aria-label={words.title} {...landmark}>
      <Field
        className={styles.device}
        label={words.device}
        {...said(deviceIssue, typed.device, words.deviceHint)}
      >
        <Input
          input={{ ref: device }}
          autoComplete="off"
          spellCheck={false}
          value={typed.device}
          onChange={(_, { value }) => setTyped((before) => ({ ...before, device: value }))}
          onKeyDown={onEnter(takeDevice)}
        />
      </Field>
      <Field
        className={styles.account}
        label={words.account}
        {...said(accountIssue, typed.account, words.accountHint)}
      >
        <Input
          input={{ ref: account }}
          autoComplete="off"
          spellCheck={false}
          value={typed.account}
          onChange={(_, { value }) => setTyped((before) => ({ ...before, account: value }))}
          onKeyDown={onEnter(takePhone)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={takePhone}>
          {words.add}
        </Button>
        <Button onClick={() => stores.view.setState({ adding: false })}>{words.close}</Button>
      </div>
    </section>
  )
}

type Said = ReturnType<typeof useTypedIssue>

function useTypedIssue(typed: TypedPhone, field: keyof TypedPhone) {
  const sheet = useList((data) => data.sheet)
  const region = useList((data) => data.region)
  return useMemo(
    () => (sheet && typed[field] !== '' ? checkTyped(sheet, region, typed, field) : undefined),
    [sheet, region, typed, field],
  )
}

/** What stands under a field: a hint while it is empty, then what the check says. */
function said(issue: Said, typed: string, hint: string) {
  if (typed === '') return { hint, validationState: 'none' } as const
  if (!issue) return { validationMessage: words.fine, validationState: 'success' } as const
  const validationState = issue.severity === 'error' ? 'error' : 'warning'
  return { validationMessage: issue.message, validationState } as const
}
