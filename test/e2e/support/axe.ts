import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { axePath, axeSource } from './axe-source.ts'

/**
 * `all` rules, best practices too. In the same page in another theme only the rules about `colours` can find more. In a
 * larger window so can those about `layout`, and the colours of what it brings into sight.
 */
export type AxeRules = 'all' | 'colours' | 'layout'

const some = (...values: readonly string[]): RunOptions => ({
  runOnly: { type: 'rule', values: [...values] },
})
const options: Record<AxeRules, RunOptions> = {
  // Experimental, and so off unless asked for: that what is written on a control is in its name (WCAG 2.5.3).
  all: { rules: { 'label-content-name-mismatch': { enabled: true } } },
  colours: some('color-contrast', 'link-in-text-block'),
  layout: some('color-contrast', 'link-in-text-block', 'scrollable-region-focusable'),
}

/** What axe finds wrong on the page as it is, one line for each element. */
export async function axeViolations(page: Page, rules: AxeRules = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await load(page)
  // What is right is not told element by element.
  const asked: RunOptions = { ...options[rules], resultTypes: ['violations'] }
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(${JSON.stringify(asked)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`),
  )
}

/** As a file where the page comes from a server that has it: then the browser compiles it once for all pages. */
async function load(page: Page): Promise<void> {
  if (page.url().startsWith('http:')) await page.addScriptTag({ url: axePath })
  else await page.evaluate(axeSource)
}
