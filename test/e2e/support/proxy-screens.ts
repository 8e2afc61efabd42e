import type { ProxyQuestion } from '../../../src/shared/proxy.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { Screen } from './screens.ts'
import { mainWith, signedOut } from './scripted-mains.ts'

const asking = (question: Partial<ProxyQuestion>): Pick<Screen, 'main' | 'arrange'> => ({
  main: {
    ...mainWith(signedOut),
    'proxy:get': () =>
      succeed({
        id: 1,
        proxy: 'proxy.contoso.com:8080',
        realm: 'Contoso internet access',
        isBasic: true,
        wasRefused: false,
        ...question,
      }),
  },
  arrange: async ({ page }) => page.getByRole('dialog').waitFor(),
})

/** What the window shows of a proxy that asks who uses it. */
export const proxyScreens: readonly Screen[] = [
  { name: 'proxy-asked', ...asking({}) },
  { name: 'proxy-refused', ...asking({ wasRefused: true, realm: 'Contoso internet access '.repeat(5) }) },
]
