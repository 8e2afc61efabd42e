import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { adapters, mostPorts } from '../../../../shared/phones/adapters.ts'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { addPortsTo } from '../../stores/edit-actions.ts'
import { useList, useStores, useView } from '../../stores/stores-context.tsx'

const words = text.window.addPorts
const frame = text.window.frame

const useStyles = makeStyles({ text: { margin: 0 }, ports: { maxWidth: '160px' } })

/** Asks how many ports the adapter of the current row has. */
export function AddPorts() {
  const isOpen = useView(({ dialog }) => dialog === 'ports')
  const row = useView(({ cursor }) => cursor?.row)
  const device = useList(({ sheet }) =>
    isOpen ? sheet?.rows.find((one) => one.row === row)?.hardwareId : undefined,
  )
  return isOpen && row !== undefined && device !== undefined ? <Asking row={row} device={device} /> : null
}

function Asking({ row, device }: { readonly row: number; readonly device: string }) {
  const styles = useStyles()
  const stores = useStores()
  const [model, setModel] = useState(adapters[0]?.model ?? '')
  const [typed, setTyped] = useState('2')
  const adapter = adapters.find((one) => one.model === model)
  const ports = adapter?.usable ?? Number(typed)
  const isNumber = Number.isInteger(ports) && ports >= 1 && ports <= mostPorts
  const close = (): void => stores.view.setState({ dialog: undefined })
  return (
    <Modal
      title={words.title(device)}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>{frame.cancel}</Button>
          <Button
            appearance="primary"
            disabled={!isNumber}
            onClick={() => {
              close()
              addPortsTo(stores, row, ports)
            }}
          >
            {words.add(isNumber ? ports : 1)}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{words.lead}</p>
      <Field label={words.model}>
        <Select value={model} onChange={(_, { value }) => setModel(value)}>
          {adapters.map((one) => (
            <option key={one.model} value={one.model}>
              {words.modelOption(one.model, one.ports, one.usable)}
            </option>
          ))}
          <option value="">{words.other}</option>
        </Select>
      </Field>
      {!adapter && (
        <Field className={styles.ports} label={words.ports}>
          <Input
            type="number"
            min={1}
            max={mostPorts}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      )}
    </Modal>
  )
}
