import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bridgeScript } from '../../support/teams-module.ts'

const script = readFileSync(bridgeScript, 'latin1')

test('the script that runs the cmdlets is short, and reads the same in every code page', () => {
  expect(script).toMatch(/^[\t\r\n\x20-\x7e]*$/)
  expect(script.split('\n').length).toBeLessThan(200)
})

test('the script has nothing in it that runs a text, or that only newer editions read', () => {
  const runsText =
    /Invoke-Expression|\biex\b|ScriptBlock\]?::Create|InvokeScript|NewScriptBlock|-EncodedCommand|&\s*\(|&\s*"/i
  expect(script).not.toMatch(runsText)
  // It starts one block of its own beside itself, and hands it values as arguments.
  expect(script.match(/AddScript\([^)]*\)/g)).toEqual(['AddScript($end)'])
  expect(script).not.toMatch(/\?\?|\s\?\s[^{]*\s:\s|&&|\|\||-AsHashtable|EscapeHandling/)
})
