import { Button } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import type { UpdateState } from '../../../../shared/updates.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { downloadUpdate, installUpdate, openReleasePage } from './update-actions.ts'

const words = text.window.updates

/** The actions for the version that was found; during a run, only reading about it. */
export function UpdateButtons({ updates }: { readonly updates: UpdateState }) {
  const stores = useStores()
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
          onClick={() => downloadUpdate(stores)}
        >
          {words.download}
        </Button>
      )}
      {stage.kind === 'downloaded' && (
        <>
          <Button
            appearance="primary"
            disabledFocusable={duringRun}
            onClick={() => installUpdate(stores, 'now')}
          >
            {words.restart}
          </Button>
          <Button onClick={() => installUpdate(stores, stage.install === 'not' ? 'at-close' : 'not')}>
            {stage.install === 'not' ? words.atClose : words.notAtClose}
          </Button>
        </>
      )}
      {stage.release.page !== undefined && (
        <Button appearance={canInstall ? 'secondary' : 'primary'} onClick={() => openReleasePage(stores)}>
          {canInstall ? words.page : words.downloadPage}
        </Button>
      )}
    </>
  )
}
