import { Button, MessageBar, MessageBarActions, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import { dismiss } from '../../stores/notice-store.ts'
import { useNotices, useStores } from '../../stores/stores-context.tsx'
import { abovePage } from '../../theme/page-layout.ts'

const { frame } = text.window

const useStyles = makeStyles({
  notices: {
    ...abovePage,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
})

/** What went wrong (or well), with what to do; each stays until it is dismissed or overtaken. */
export function Notices() {
  const styles = useStyles()
  const stores = useStores()
  const notices = useNotices()
  if (notices.length === 0) return null
  return (
    <section className={styles.notices} aria-label={frame.messages}>
      {notices.map(({ about, intent, message, remedy }) => (
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
          />
        </MessageBar>
      ))}
    </section>
  )
}
