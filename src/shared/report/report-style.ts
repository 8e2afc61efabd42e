import { text } from '../text/index.ts'

/**
 * How the report looks, on a screen and on paper. Paper has page numbers, and a simulated run says on each page that it
 * is one: in the margin, and in the head of each table, for programs that print no margins. The words are our own.
 */
export const reportStyle = (simulated: boolean): string => `
:root { color-scheme: light; --ink: #1b1f24; --aside: #57606a; --line: #d0d7de; --band: #0f3d66; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 2.5rem 3rem; color: var(--ink); background: #fff;
  font: 14px/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
header { border-top: 6px solid var(--band); padding-top: 1.25rem; }
.by { margin: 0; color: var(--aside); font-size: .8rem; letter-spacing: .04em; text-transform: uppercase; }
h1 { margin: .1rem 0 .3rem; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
.ended { margin: 0 0 1.25rem; font-size: 1.1rem; font-weight: 600; }
h2 { margin: 2.25rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid var(--band); font-size: 1.2rem; }
p { margin: .3rem 0 .6rem; }
.warning { margin: 0 0 1.25rem; padding: .7rem 1rem; border: 2px solid #9a6700; background: #fff3cd; font-weight: 600; }
.warning p { margin: .2rem 0 0; font-weight: 400; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; margin: 0; }
dt { color: var(--aside); }
dd { margin: 0; overflow-wrap: anywhere; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
.counts li { flex: 1 1 7rem; padding: .6rem .9rem; border: 1px solid var(--line); border-left: 5px solid var(--aside); }
.counts strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .good { border-left-color: #1a7f37; } .counts .bad { border-left-color: #b42318; }
.counts .careful { border-left-color: #9a6700; }
table { width: 100%; border-collapse: collapse; font-size: .9em; }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { white-space: nowrap; border-bottom: 2px solid var(--line); color: var(--aside); font-weight: 600; }
thead .simulated { color: #7a4f00; }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font-family: "Cascadia Mono", Consolas, Menlo, monospace; font-size: .95em; }
.id { white-space: nowrap; }
.account { min-width: 14em; }
.rows { min-width: 8em; }
.good { color: #116329; } .bad { color: #a40e26; } .careful { color: #7a4f00; }
.counts li { color: var(--ink); }
.status { white-space: nowrap; font-weight: 600; }
.aside { color: var(--aside); }
@page { margin: 18mm 15mm 18mm;
  @bottom-left { content: "${text.report.by}"; font: 8pt "Segoe UI", Arial, sans-serif; color: #57606a; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Segoe UI", Arial, sans-serif; color: #57606a; }
  ${simulated ? `@top-center { content: "${text.report.simulated}"; font: bold 9pt "Segoe UI", Arial, sans-serif; color: #7a4f00; }` : ''}
}
@media print {
  body { max-width: none; padding: 0; font-size: 9pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h1 { font-size: 19pt; }
  h2 { margin-top: 1.6rem; font-size: 12pt; }
  th, td { padding-block: .2em; }
  h2 { break-after: avoid; }
  tr, .counts, .warning, dl { break-inside: avoid; }
  thead { display: table-header-group; }
}
@media (max-width: 40rem) { body { padding: 1.25rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
  .table { overflow-x: auto; } }
`
