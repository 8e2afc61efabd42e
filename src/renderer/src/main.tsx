import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { bridge } from './bridge.ts'
import { ErrorBoundary } from './components/error-boundary.tsx'
import { keepFocus } from './components/keep-focus.ts'
import { createDesk } from './stores/desk.ts'
import { DeskProvider } from './stores/desk-context.tsx'
import { openDesk } from './stores/open-desk.ts'
import './theme/page.css'

const desk = createDesk(bridge())
// These end with the window.
openDesk(desk)
keepFocus()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <DeskProvider value={desk}>
        <App />
      </DeskProvider>
    </ErrorBoundary>
  </StrictMode>,
)
