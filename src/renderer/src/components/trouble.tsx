import { Button, MessageBar, MessageBarActions, makeStyles } from '@fluentui/react-components'
import type { AppFailure } from '../../../shared/app-failure.ts'
import { text } from '../../../shared/text/index.ts'
import { MessageText } from './message-text.tsx'

const useStyles = makeStyles({ bar: { flexShrink: 0 } })

/** Why something could not be read, and the way to try again. The previous content stays under it. */
export function Trouble({ failure, retry }: { readonly failure: AppFailure; readonly retry: () => void }) {
  const styles = useStyles()
  const { message, remedy } = failure
  return (
    <MessageBar intent="error" layout="multiline" politeness="polite" className={styles.bar}>
      <MessageText title={message}>{remedy}</MessageText>
      <MessageBarActions>
        <Button size="small" onClick={retry}>
          {text.window.history.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
