import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mergePolicies } from '../../../src/main/policy/merge-policies.ts'
import { text } from '../../../src/shared/text/index.ts'

const doc = readFileSync(resolve(import.meta.dirname, '../../../docs/policies.md'), 'utf8')
const set = {
  clientId: '0f0f0f0f-1111-4222-8333-444444444444',
  tenant: 'contoso.com',
  region: 'EMEA',
  updates: 'off',
  troubles: [],
}
const placed = (place: string) => ({
  ...set,
  places: { clientId: place, tenant: place, region: place, updates: place },
})

test('the examples for administrators set what they show', () => {
  const json = /```json\n([^`]+)```/.exec(doc)?.[1] ?? ''
  const registry = [...doc.matchAll(/^"(\w+)"="(.*)"$/gm)].map(
    ([, name = '', value]) => [name, value] as const,
  )

  expect(
    mergePolicies([{ place: 'policy.json', values: new Map(Object.entries(JSON.parse(json))) }]),
  ).toEqual(placed('policy.json'))
  expect(mergePolicies([{ place: 'HKLM', values: new Map(registry) }])).toEqual(placed('HKLM'))
})

test('every policy has its row', () => {
  for (const name of Object.keys(text.main.policy.takes)) expect(doc).toContain(`| \`${name}\` |`)
})
