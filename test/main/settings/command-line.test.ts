import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../../src/main/settings/command-line.ts'

test('an app started without arguments is asked for nothing', () => {
  expect(readCommandLine(['electron', '.'])).toEqual({
    simulatedTenant: false,
    list: undefined,
    speed: undefined,
    developerTools: false,
    standIns: undefined,
    isPrepared: false,
    updateFeed: undefined,
  })
})

test('a packaged app has developer tools only when it is asked for them', () => {
  expect(readCommandLine([], { isPackaged: true }).developerTools).toBe(false)
  expect(readCommandLine(['--developer-tools'], { isPackaged: true }).developerTools).toBe(true)
  expect(readCommandLine([], { isPackaged: false }).developerTools).toBe(true)
})

test('all that can be asked for is read, among switches that are not the app own', () => {
  const args = [
    'electron',
    '.',
    '--user-data-dir=/d',
    '--simulated-tenant',
    '--list=a b=c.csv',
    '--speed=2.5',
  ]

  expect(readCommandLine(args)).toMatchObject({ simulatedTenant: true, list: 'a b=c.csv', speed: 2.5 })
})

test.each(['--speed=', '--speed=fast', '--speed=0', '--speed=-1', '--list='])(
  '%s counts as absent',
  (arg) => {
    expect(readCommandLine([arg])).toEqual(readCommandLine([]))
  },
)

test('the last of several values counts', () => {
  expect(readCommandLine(['--list=a.csv', '--list=b.csv']).list).toBe('b.csv')
})

describe('stand-ins for Microsoft', () => {
  const both = ['--authority=https://localhost:4433', '--api=http://127.0.0.1:8080']

  test('come both together, for an app that is not packaged', () => {
    expect(readCommandLine(both, { isPackaged: false }).standIns).toEqual({
      authority: 'https://localhost:4433',
      api: 'http://127.0.0.1:8080',
      signInLimitMs: undefined,
    })
    expect(readCommandLine([...both, '--sign-in-limit=500'], { isPackaged: false }).standIns).toMatchObject({
      signInLimitMs: 500,
    })
  })

  test('are none for a packaged app, whatever it is told', () => {
    expect(readCommandLine(both, { isPackaged: true }).standIns).toBeUndefined()
    expect(readCommandLine(both).standIns).toBeUndefined()
  })

  test.each([
    [['--authority=https://localhost:4433']],
    [['--api=http://127.0.0.1:8080']],
    [['--authority=https://login.microsoftonline.com', '--api=http://127.0.0.1:8080']],
    [['--authority=https://localhost:4433', '--api=http://contoso.com']],
    [['--authority=https://localhost:4433', '--api=https://127.0.0.1:8080']],
    [['--authority=http://localhost:4433', '--api=http://127.0.0.1:8080']],
    [['--authority=https://localhost.contoso.com', '--api=http://127.0.0.1:8080']],
    [['--authority=https://localhost:4433', '--api=http://127.0.0.1:8080@contoso.com']],
    [['--authority=https://localhost:4433', '--api=http://a@127.0.0.1:8080']],
  ])('are none with %j', (args) => {
    expect(readCommandLine(args, { isPackaged: false }).standIns).toBeUndefined()
  })
})

test('only an app that is not packaged can be told that nothing is wrong with the simulated tenant', () => {
  expect(readCommandLine(['--prepared'], { isPackaged: false }).isPrepared).toBe(true)
  expect(readCommandLine(['--prepared'], { isPackaged: true }).isPrepared).toBe(false)
})

describe('a stand-in for where updates are published', () => {
  const feed = '--update-feed=http://127.0.0.1:8080'

  test('is on this machine, for an app that is not packaged', () => {
    expect(readCommandLine([feed], { isPackaged: false }).updateFeed).toBe('http://127.0.0.1:8080')
    expect(readCommandLine([feed], { isPackaged: true }).updateFeed).toBeUndefined()
    expect(
      readCommandLine(['--update-feed=http://contoso.com'], { isPackaged: false }).updateFeed,
    ).toBeUndefined()
  })
})
