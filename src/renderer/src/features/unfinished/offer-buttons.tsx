import { Button } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import type { Offer } from '../../model/history/offer.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { openRun } from '../run/open-run.ts'
import { resumeRun } from '../run/run-actions.ts'

const words = text.window.unfinished

/** The actions for the latest of the unfinished runs, and for all of them. */
export function OfferButtons({ offer }: { readonly offer: Offer }) {
  const stores = useStores()
  const isInHistory = useView(({ page }) => page === 'history')
  const [latest, ...others] = offer.here
  return (
    <>
      {latest && (
        <>
          {!latest.isReadOnly && (
            <Button appearance="primary" onClick={() => resumeRun(stores, latest)}>
              {words.resume}
            </Button>
          )}
          <Button
            appearance={latest.isReadOnly ? 'primary' : 'secondary'}
            onClick={() => openRun(stores, latest)}
          >
            {words.show}
          </Button>
        </>
      )}
      {others.length > 0 && !isInHistory && (
        <Button onClick={() => stores.view.setState({ page: 'history' })}>{words.history}</Button>
      )}
      <Button appearance={latest ? 'subtle' : 'secondary'} onClick={() => putOff(stores, offer)}>
        {words.notNow}
      </Button>
    </>
  )
}

/** Stops offering these runs until the window is loaded again. */
function putOff(stores: AppStores, { runIds }: Pick<Offer, 'runIds'>): void {
  stores.history.setState({ putOff: [...stores.history.getState().putOff, ...runIds] })
}
