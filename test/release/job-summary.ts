import { appendFileSync } from 'node:fs'

/** Says something at the end of a step, and on the page of its job where there is one (GitHub, GITHUB_STEP_SUMMARY). */
export function tellJob(title: string, lines: readonly string[]): void {
  console.log([title, ...lines].join('\n'))
  const page = process.env['GITHUB_STEP_SUMMARY']
  if (page) appendFileSync(page, `\n### ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`)
}
