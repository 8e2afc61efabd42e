import { FluentProvider, makeStyles, PortalMountNodeProvider, tokens } from '@fluentui/react-components'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { text } from '../../shared/text/index.ts'
import { focusOn, mainId } from './components/landmarks.ts'
import { later } from './components/later.tsx'
import { DropTarget } from './features/frame/drop-target.tsx'
import { Header } from './features/frame/header.tsx'
import { LiveRegion } from './features/frame/live-region.tsx'
import { Navigation } from './features/frame/navigation.tsx'
import { Notices } from './features/frame/notices.tsx'
import { SimulatedStrip } from './features/frame/simulated-strip.tsx'
import { SkipLinks } from './features/frame/skip-links.tsx'
import { useShortcuts } from './features/frame/use-shortcuts.ts'
import { SessionBar } from './features/session/session-bar.tsx'
import { pageOf, preloadParts } from './pages/pages.ts'
import { useSession, useView } from './stores/stores-context.tsx'
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
  const isStarted = useStarted()
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
          {isStarted && <Offers />}
          <ShownPage />
        </main>
      </div>
      {isStarted && <Background />}
    </div>
  )
}

const afterStart = () => import('./after-start.tsx')
const Offers = later(async () => (await afterStart()).Offers)
const Background = later(async () => (await afterStart()).Background)

/** Whether the window has shown its first page. Then what isn't shown yet is loaded, so that nothing opens later for it. */
function useStarted(): boolean {
  const [isStarted, setStarted] = useState(false)
  useEffect(() => {
    // A computer that is never idle is not waited for.
    const idle = requestIdleCallback(() => setStarted(true), { timeout: 500 })
    return () => cancelIdleCallback(idle)
  }, [])
  useEffect(() => {
    if (isStarted) void preloadParts()
  }, [isStarted])
  return isStarted
}

function ShownPage() {
  const page = useView((view) => view.page)
  const sessionKind = useSession(({ session }) => session?.kind)
  const before = useRef(sessionKind)
  // Signing in or out changes the page. The focus must not disappear with the old one.
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
