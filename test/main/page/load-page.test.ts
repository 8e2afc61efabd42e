import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { loadPage } from '../../../src/main/page/load-page.ts'

function page() {
  const told: string[] = []
  const loading = Promise.withResolvers<void>()
  let destroyed = false
  const contents = Object.assign(new EventEmitter(), {
    loadURL: () => loading.promise,
    isDestroyed: () => destroyed,
  })
  const over = loadPage(contents as never, 'app://bulk-sign-in/', {
    failed: ({ message }) => void told.push(`failed: ${message}`),
    broken: (what) => void told.push(`broken: ${what}`),
    noted: (what) => void told.push(`noted: ${what}`),
  })
  return {
    ...{ told, over, emit: contents.emit.bind(contents) },
    loaded: () => loading.resolve(),
    rejected: () => loading.reject(new Error('ERR_FAILED (-2)')),
    close() {
      destroyed = true
    },
  }
}
const failLoad = (code: number, isMainFrame = true) =>
  ['did-fail-load', {}, code, 'ERR_X', 'app://bulk-sign-in/', isMainFrame] as const

test('a first page that cannot be loaded ends the start, and is told of once', async () => {
  const { told, over, emit, rejected } = page()
  emit(...failLoad(-6))
  rejected()
  await over
  expect(told).toEqual(['failed: ERR_FAILED (-2)'])
})

test('a rejection because the page has crashed and is loaded anew is not the end, only noted', async () => {
  const { told, over, emit, rejected } = page()
  emit('render-process-gone', {}, { reason: 'crashed' })
  rejected()
  await over
  expect(told).toEqual(['noted: loadURL ERR_FAILED (-2)'])
})

test('nor is one because the window was closed meanwhile', async () => {
  const { told, over, close, rejected } = page()
  close()
  rejected()
  await over
  expect(told).toEqual(['noted: loadURL ERR_FAILED (-2)'])
})

test('a preload that fails, and a later load of the page that fails, are told', async () => {
  const { told, over, emit, loaded } = page()
  emit('preload-error', {}, 'index.cjs', new Error('module not found'))
  loaded()
  await over
  emit(...failLoad(-6))
  expect(told).toEqual([
    'broken: preload-error index.cjs: module not found',
    'broken: did-fail-load app://bulk-sign-in/: ERR_X (-6)',
  ])
})

test('a load that another one takes the place of, and a frame within the page, are not', async () => {
  const { told, over, emit, loaded } = page()
  loaded()
  await over
  emit(...failLoad(-3))
  emit(...failLoad(-6, false))
  expect(told).toEqual([])
})
