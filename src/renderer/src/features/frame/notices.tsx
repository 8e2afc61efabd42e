import { Button, MessageBar, MessageBarActions, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { mayBeOpened } from '../../../../shared/saved-file.ts'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import { dismiss } from '../../stores/notice-store.ts'
import { openSaved } from '../../stores/open-saved.ts'
import { useNotices, useStores } from '../../stores/stores-context.tsx'
import { abovePage } from '../../theme/page-layout.ts'

const frame = text.window.frame

const useStyles = makeStyles({
  notices: {
    ...abovePage,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
})

/** Messages about what went wrong (or well) and what to do. Each stays until it is dismissed or overtaken. */
export function Notices() {
  const styles = useStyles()
  const stores = useStores()
  const notices = useNotices()
  if (notices.length === 0) return null
  return (
    <section className={styles.notices} aria-label={frame.messages}>
      {notices.map(({ about, intent, message, remedy, file }) => (
        <MessageBar key={about} intent={intent} layout="multiline" politeness="polite">
          {remedy === undefined ? (
            <MessageText>{message}</MessageText>
          ) : (
            <MessageText title={message}>{remedy}</MessageText>
          )}
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss16Regular />}
                aria-label={frame.dismiss}
                onClick={() => dismiss(stores.notices, about)}
              />
            }
          >
            {file !== undefined && <SavedButtons file={file} />}
          </MessageBarActions>
        </MessageBar>
      ))}
    </section>
  )
}

function SavedButtons({ file }: { readonly file: string }) {
  const stores = useStores()
  return (
    <>
      {mayBeOpened(file) && (
        <Button size="small" onClick={() => openSaved(stores, file, 'open')}>
          {frame.saved.open}
        </Button>
      )}
      <Button size="small" onClick={() => openSaved(stores, file, 'show')}>
        {frame.saved.show}
      </Button>
    </>
  )
}
