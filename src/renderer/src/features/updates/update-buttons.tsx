import { Button } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import type { UpdateState } from '../../../../shared/updates.ts'
import { useDesk, useRun } from '../../stores/desk-context.tsx'
import { downloadUpdate, installUpdate, openReleasePage } from './update-actions.ts'

const { updates: words } = text.window

/** What can be done about the version that was found; during a run only reading of it. */
export function UpdateButtons({ updates }: { readonly updates: UpdateState }) {
  const desk = useDesk()
  const duringRun = useRun(({ state }) => isWatching(state))
  const { can, stage, looking } = updates
  if (!('release' in stage)) return null
  const canInstall = can === 'install'
  return (
    <>
      {canInstall && stage.kind === 'found' && (
        <Button
          appearance="primary"
          disabledFocusable={duringRun || looking}
          onClick={() => downloadUpdate(desk)}
        >
          {words.download}
        </Button>
      )}
      {stage.kind === 'downloaded' && (
        <>
          <Button
            appearance="primary"
            disabledFocusable={duringRun}
            onClick={() => installUpdate(desk, 'now')}
          >
            {words.restart}
          </Button>
          <Button onClick={() => installUpdate(desk, stage.install === 'not' ? 'at-close' : 'not')}>
            {stage.install === 'not' ? words.atClose : words.notAtClose}
          </Button>
        </>
      )}
      {stage.release.page !== undefined && (
        <Button appearance={canInstall ? 'secondary' : 'primary'} onClick={() => openReleasePage(desk)}>
          {canInstall ? words.page : words.downloadPage}
        </Button>
      )}
    </>
  )
}
