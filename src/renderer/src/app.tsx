import { FluentProvider, makeStyles, PortalMountNodeProvider, tokens } from '@fluentui/react-components'
import { type ComponentType, useLayoutEffect, useRef, useState } from 'react'
import { text } from '../../shared/text/index.ts'
import { focusOn, mainId } from './components/landmarks.ts'
import { FileBesideQuestion } from './features/file-beside/file-beside-question.tsx'
import { DropTarget } from './features/frame/drop-target.tsx'
import { Header } from './features/frame/header.tsx'
import { LiveRegion } from './features/frame/live-region.tsx'
import { Navigation } from './features/frame/navigation.tsx'
import { Notices } from './features/frame/notices.tsx'
import { ShortcutList } from './features/frame/shortcut-list.tsx'
import { SimulatedStrip } from './features/frame/simulated-strip.tsx'
import { SkipLinks } from './features/frame/skip-links.tsx'
import { useShortcuts } from './features/frame/use-shortcuts.ts'
import { DeleteRun } from './features/history/delete-run.tsx'
import { AddPorts } from './features/phones/add-ports.tsx'
import { ChooseColumns } from './features/phones/choose-columns.tsx'
import { PasteCells } from './features/phones/paste-cells.tsx'
import { ReplaceList } from './features/phones/replace-list.tsx'
import { useUnsaved } from './features/phones/use-unsaved.ts'
import { ProxyQuestion } from './features/proxy/proxy-question.tsx'
import { ConfirmRun } from './features/run/confirm-run.tsx'
import { useOnline } from './features/run/use-online.ts'
import { useProgressAnnouncements } from './features/run/use-progress-announcements.ts'
import { SessionBar } from './features/session/session-bar.tsx'
import { SignInDialog } from './features/session/sign-in-dialog.tsx'
import { EvidenceDialog } from './features/unconfirmed/evidence-dialog.tsx'
import { OfferLine } from './features/unfinished/offer-line.tsx'
import { UpdateNotice } from './features/updates/update-notice.tsx'
import { HelpPage } from './pages/help-page.tsx'
import { HistoryPage } from './pages/history-page.tsx'
import { PhonesPage } from './pages/phones-page.tsx'
import { ProvisioningUrlsPage } from './pages/provisioning-urls-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { useSession, useView } from './stores/stores-context.tsx'
import type { Page } from './stores/view-store.ts'
import { noOutline } from './theme/focus.ts'
import { lowWindow, narrowWindow } from './theme/media.ts'
import { useSystemTheme } from './theme/system-theme.ts'

const useStyles = makeStyles({
  window: {
    // What stands in it absolutely, and out of sight, makes nothing else scroll beside it.
    position: 'relative',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
    [lowWindow]: { overflow: 'auto' },
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    [narrowWindow]: { flexDirection: 'column' },
    [lowWindow]: { flexShrink: 0, minHeight: 'auto' },
  },
  main: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'auto',
    [lowWindow]: { overflow: 'visible' },
    ...noOutline,
  },
})

export function App() {
  // Tooltips, menus and dialogs stand in a landmark like everything else.
  const [layers, setLayers] = useState<HTMLElement | null>(null)
  return (
    <FluentProvider theme={useSystemTheme()}>
      <PortalMountNodeProvider value={layers ?? undefined}>
        <Desktop />
        <aside ref={setLayers} aria-label={text.window.frame.layers}>
          <LiveRegion />
          <DropTarget />
        </aside>
      </PortalMountNodeProvider>
    </FluentProvider>
  )
}

function Desktop() {
  const styles = useStyles()
  useShortcuts()
  useProgressAnnouncements()
  useOnline()
  useUnsaved()
  return (
    <div className={styles.window}>
      <SkipLinks />
      <Header />
      <SimulatedStrip />
      <div className={styles.body}>
        <Navigation />
        <main id={mainId} className={styles.main} tabIndex={-1}>
          <SessionBar />
          <Notices />
          <OfferLine />
          <UpdateNotice />
          <ShownPage />
        </main>
      </div>
      <ConfirmRun />
      <EvidenceDialog />
      <ChooseColumns />
      <PasteCells />
      <AddPorts />
      <ReplaceList />
      <DeleteRun />
      <ShortcutList />
      <SignInDialog />
      <FileBesideQuestion />
      <ProxyQuestion />
    </div>
  )
}

const pageOf = {
  phones: PhonesPage,
  'provisioning-urls': ProvisioningUrlsPage,
  history: HistoryPage,
  settings: SettingsPage,
  help: HelpPage,
} satisfies Record<Page, ComponentType>

function ShownPage() {
  const page = useView((view) => view.page)
  const sessionKind = useSession(({ session }) => session?.kind)
  const before = useRef(sessionKind)
  // Whoever signs in or out sees another page: the focus must not go with the one that was left.
  useLayoutEffect(() => {
    if (
      before.current !== undefined &&
      before.current !== sessionKind &&
      document.activeElement === document.body
    ) {
      focusOn(mainId)
    }
    before.current = sessionKind
  }, [sessionKind])
  const Shown = pageOf[page]
  return <Shown />
}
