import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components'
import type { AppFailure } from '../../../../shared/ipc.ts'
import { text } from '../../../../shared/text/index.ts'

const useStyles = makeStyles({ bar: { flexShrink: 0 }, title: { display: 'block' } })

/** Why something could not be read, and the way to try again. What was read before stays under it. */
export function Trouble({ failure, retry }: { readonly failure: AppFailure; readonly retry: () => void }) {
  const styles = useStyles()
  const { message, remedy } = failure
  return (
    <MessageBar intent="error" layout="multiline" politeness="polite" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>{message}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={retry}>
          {text.window.history.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
