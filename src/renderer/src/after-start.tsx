import { Dialogs } from './dialogs.tsx'
import { useUnsaved } from './features/phones/use-unsaved.ts'
import { useReadinessChecks } from './features/readiness/use-readiness-checks.ts'
import { useOnline } from './features/run/use-online.ts'
import { useProgressAnnouncements } from './features/run/use-progress-announcements.ts'
import { OfferLine } from './features/unfinished/offer-line.tsx'
import { UpdateNotice } from './features/updates/update-notice.tsx'

/** Above every page: what there is to go on with. */
export function Offers() {
  return (
    <>
      <OfferLine />
      <UpdateNotice />
    </>
  )
}

/** What works on whatever page is shown, and all that asks. */
export function Background() {
  useProgressAnnouncements()
  useOnline()
  useUnsaved()
  useReadinessChecks()
  return <Dialogs />
}
