import { expect, test } from 'vitest'
import { lookForUpdates } from '../../../../src/renderer/src/features/updates/update-actions.ts'
import { noticeWords, stageTitle, standingWords } from '../../../../src/renderer/src/model/update-words.ts'
import { createAppStores } from '../../../../src/renderer/src/stores/app-stores.ts'
import { connectStores } from '../../../../src/renderer/src/stores/connect-stores.ts'
import { fail, succeed } from '../../../../src/shared/result.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { beforeAnyLook, type UpdateState } from '../../../../src/shared/updates.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'

const { updates: words } = text.window
const release = { version: '0.2.0', notes: ['Quicker.'] }
const found: UpdateState = { can: 'install', looking: false, stage: { kind: 'found', release } }

test('what main tells of updates is what the window knows', () => {
  const bridge = fakeBridge()
  const stores = createAppStores(bridge)
  connectStores(stores)
  bridge.push('updates:changed', found)

  expect(stores.updates.getState().state).toEqual(found)
})

test('whoever looks is told what came of it', async () => {
  const answers = [succeed(found), fail({ kind: 'updates' as const, message: 'No.', remedy: 'Again.' })]
  const stores = createAppStores(fakeBridge({ 'updates:check': () => answers.shift() as never }))

  await lookForUpdates(stores)
  expect(stores.live.getState().said).toBe(words.available('0.2.0'))
  await lookForUpdates(stores)
  expect(stores.live.getState().said).toBe('No. Again.')
})

test('a version is told with where it stands', () => {
  expect(stageTitle({ kind: 'downloading', release, percent: 41 })).toBe(words.downloading('0.2.0', 41))
  expect(stageTitle({ kind: 'downloaded', release, install: 'not' })).toBe(words.downloaded('0.2.0'))
  expect(noticeWords({ kind: 'found', release }, 'install')).toBe('Quicker.')
  expect(noticeWords({ kind: 'found', release: { ...release, notes: [] } }, 'portable')).toBe(
    words.can.portable,
  )
  expect(noticeWords({ kind: 'downloaded', release, install: 'at-close' }, 'install')).toBe(
    words.install['at-close'],
  )
})

test('without a version it is said what is known', () => {
  expect(standingWords(beforeAnyLook)).toBe(words.nothingKnown)
  expect(standingWords({ ...beforeAnyLook, failure: { message: 'No.', remedy: 'Again.' } })).toBe(
    'No. Again.',
  )
  expect(
    standingWords({
      ...beforeAnyLook,
      stage: { kind: 'current' },
      lookedAt: Date.parse('2026-03-02T09:00:00Z'),
    }),
  ).toMatch(/^This is the latest version\. Last checked at 2 Mar 2026/)
})
