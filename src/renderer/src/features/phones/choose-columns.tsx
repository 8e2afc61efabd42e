import { Button, Field, MessageBar, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useDeferredValue, useMemo } from 'react'
import { checkPhones } from '../../../../shared/phones/check.ts'
import { issueLine } from '../../../../shared/phones/issue-words.ts'
import { layoutOf } from '../../../../shared/phones/layout.ts'
import { readList } from '../../../../shared/phones/read-list.ts'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import { Modal } from '../../components/modal.tsx'
import { columnsShown } from '../../model/phones/columns-shown.ts'
import { chosenGrid, type OpenedSource } from '../../model/phones/read-opened.ts'
import { cancelChoosing, chooseHeaderRow, chooseSheet, takeColumns } from '../../stores/column-actions.ts'
import { isEditable } from '../../stores/edit-actions.ts'
import type { Choosing } from '../../stores/list-store.ts'
import { useList, useStores, useView } from '../../stores/stores-context.tsx'
import { ColumnTable } from './column-table.tsx'

const words = text.window.chooseColumns
const frame = text.window.frame

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  // No wider than the dialog, however long the choices are.
  choice: { flex: '0 1 460px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  result: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
  },
})

/** Asks which column of a file, or of pasted cells, is what. */
export function ChooseColumns() {
  const isOpen = useView(({ dialog }) => dialog === 'columns')
  const choosing = useList((list) => list.choosing)
  return isOpen && choosing ? <Asking choosing={choosing} /> : null
}

function Asking({ choosing }: { readonly choosing: Choosing }) {
  const styles = useStyles()
  const stores = useStores()
  const { opened, from, doubts } = choosing
  const shown = useMemo(() => columnsShown(opened), [opened])
  const result = useResult(opened)
  // Pasted cells may be meant for the list that is open.
  const addTo = useList((list) => (from === 'paste' && isEditable(list) ? list.sheet?.name : undefined))
  const { source, choice } = opened
  return (
    <Modal
      wide
      title={from === 'paste' ? words.pastedTitle : words.title(source.name)}
      onCancel={() => cancelChoosing(stores)}
      actions={
        <>
          <Button onClick={() => cancelChoosing(stores)}>{frame.cancel}</Button>
          <Button
            appearance={addTo === undefined ? 'primary' : 'secondary'}
            disabled={!result.ok}
            onClick={() => takeColumns(stores, 'list')}
          >
            {addTo === undefined ? words.open : words.openNew}
          </Button>
          {addTo !== undefined && (
            <Button appearance="primary" disabled={!result.ok} onClick={() => takeColumns(stores, 'rows')}>
              {words.addTo(addTo)}
            </Button>
          )}
        </>
      }
    >
      {doubts.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageText title={words.uncertain}>
            {doubts.join(' ')} {words.uncertainWhy}
          </MessageText>
        </MessageBar>
      )}
      <div className={styles.choices}>
        {source.grids.length > 1 && (
          <Field className={styles.choice} label={words.sheet}>
            <Select value={choice.sheet ?? ''} onChange={(_, { value }) => chooseSheet(stores, value)}>
              {source.grids.map(({ sheet = '' }) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </Select>
          </Field>
        )}
        <Field className={styles.choice} label={words.headerRow}>
          <Select
            value={choice.headerRow ?? ''}
            onChange={(_, { value }) => chooseHeaderRow(stores, value === '' ? undefined : Number(value))}
          >
            <option value="">{words.noHeaderRow}</option>
            {shown.headers.map(({ row, cells }) => (
              <option key={row} value={row}>
                {words.rowOption(row, cells)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ColumnTable shown={shown} />
      <div className={styles.result}>
        <span role="status">{result.said}</span>
        {choice.headerRow !== undefined && <span>{words.remembered}</span>}
      </div>
    </Modal>
  )
}

/** What the choice makes of the cells, in words. It may lag behind quick choices. */
function useResult(opened: OpenedSource): { readonly ok: boolean; readonly said: string } {
  const region = useList((list) => list.region)
  const settled = useDeferredValue(opened)
  const answer = useMemo(() => {
    const sheet = readList(chosenGrid(settled), settled.choice)
    if (!sheet.ok) return { ok: false, said: issueLine(sheet.failure) }
    const { rows } = checkPhones(sheet.value, region)
    const errors = rows.filter(({ status }) => status === 'error').length
    return { ok: true, said: words.result(rows.length, errors) }
  }, [settled, region])
  if (layoutOf(opened.choice)) return answer
  const { username, hardwareId } = opened.choice.columns
  const missing = [
    ...(username === undefined ? [words.roles.username] : []),
    ...(hardwareId === undefined ? [words.roles.hardwareId] : []),
  ]
  return { ok: false, said: words.missing(missing) }
}
