import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  // What is right is not told element by element.
  const asked: RunOptions = { ...options[rules], resultTypes: ['violations'] }
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(${JSON.stringify(asked)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`),
  )
}
