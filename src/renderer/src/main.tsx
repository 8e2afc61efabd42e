import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { chooseLanguage } from '../../shared/text/language.ts'
import { currentLocale } from '../../shared/text/locale.ts'
import { App } from './app.tsx'
import { bridge } from './bridge.ts'
import { ErrorBoundary } from './components/error-boundary.tsx'
import { keepFocus } from './components/keep-focus.ts'
import { createAppStores } from './stores/app-stores.ts'
import { connectStores } from './stores/connect-stores.ts'
import { StoresProvider } from './stores/stores-context.tsx'
import './theme/page.css'

const stores = createAppStores(bridge())
// These end with the window.
connectStores(stores)
keepFocus()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
void show(root)

async function show(root: HTMLElement): Promise<void> {
  await chooseLanguage()
  document.documentElement.lang = currentLocale().tag
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <StoresProvider value={stores}>
          <App />
        </StoresProvider>
      </ErrorBoundary>
    </StrictMode>,
  )
}
