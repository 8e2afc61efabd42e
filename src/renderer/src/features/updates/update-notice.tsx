import { Button, MessageBar, MessageBarActions, makeStyles } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import { failureWords, noticeWords, stageTitle } from '../../model/update-words.ts'
import { useRun, useStores, useUpdates, useView } from '../../stores/stores-context.tsx'
import { abovePage } from '../../theme/page-layout.ts'
import { tellLater } from './update-actions.ts'
import { UpdateButtons } from './update-buttons.tsx'

const words = text.window.updates

const useStyles = makeStyles({ notice: abovePage })

/** Tells quietly of a newer version: not while a run is watched, and not where somebody has said Later. */
export function UpdateNotice() {
  const styles = useStyles()
  const stores = useStores()
  const updates = useUpdates(({ state }) => state)
  const later = useUpdates((data) => data.later)
  const duringRun = useRun(({ state }) => isWatching(state))
  const inSettings = useView((view) => view.page === 'settings')
  const { can, stage, failure } = updates
  if (duringRun || inSettings || !('release' in stage) || stage.release.version === later) return null
  return (
    <section className={styles.notice} aria-label={words.notice}>
      <MessageBar intent={failure ? 'warning' : 'info'} layout="multiline" politeness="polite">
        <MessageText title={stageTitle(stage)}>
          {failure ? failureWords(failure) : noticeWords(stage, can)}
        </MessageText>
        <MessageBarActions>
          <UpdateButtons updates={updates} />
          <Button appearance="subtle" onClick={() => tellLater(stores, stage.release.version)}>
            {stage.kind === 'found' ? words.later : words.hide}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </section>
  )
}
