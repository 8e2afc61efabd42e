import { Button, MessageBar, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { type FileBeside, manageable } from '../../../../shared/policy.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { MessageText } from '../../components/message-text.tsx'
import { Modal } from '../../components/modal.tsx'
import { useSettings, useStores, useView } from '../../stores/stores-context.tsx'
import { answerFileBeside, leaveFileBeside } from './file-beside-actions.ts'

const words = text.window.fileBeside

const useStyles = makeStyles({
  text: { margin: 0 },
  value: typographyStyles.body1Strong,
  change: { display: 'block', ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
})

/**
 * Asks whether the policy.json beside the program is to count: when the app opens, once no other question stands, and
 * again whenever somebody wants to look at it in Settings.
 */
export function FileBesideQuestion() {
  const asked = useView((view) => view.fileBeside)
  const isFree = useView(({ dialog }) => dialog === undefined)
  const file = useSettings((settings) => settings.fileBeside)
  const isOpen = asked === 'open' || (asked === 'at-start' && file?.answer === undefined)
  return file && isOpen && isFree ? <Asking file={file} /> : null
}

function Asking({ file }: { readonly file: FileBeside }) {
  const styles = useStyles()
  const stores = useStores()
  return (
    <Modal
      title={words.title}
      onCancel={() => leaveFileBeside(stores)}
      actions={
        <>
          <Button onClick={() => answerFileBeside(stores, file, false)}>{words.ignore}</Button>
          <Button appearance="primary" onClick={() => answerFileBeside(stores, file, true)}>
            {words.use}
          </Button>
        </>
      }
    >
      <MessageBar intent="warning" layout="multiline">
        <MessageText title={words.warningTitle}>{words.warning}</MessageText>
      </MessageBar>
      <Facts>
        <Fact name={words.file}>{file.path}</Fact>
        {manageable.map((name) => {
          const value = file.values[name]
          if (value === undefined) return null
          return (
            <Fact key={name} name={words.names[name]}>
              <span className={styles.value}>{value}</span>
              <span className={styles.change}>{changeOf(file, name)}</span>
            </Fact>
          )
        })}
      </Facts>
      <p className={styles.text}>{words.consequence}</p>
    </Modal>
  )
}

function changeOf({ overruled, values }: FileBeside, name: (typeof manageable)[number]): string {
  if (overruled.includes(name)) return words.overruled
  if (name !== 'updates') return words.changes[name]
  return values.updates ? words.updates[values.updates] : ''
}
