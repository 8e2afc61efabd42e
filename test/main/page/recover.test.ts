import { expect, test, vi } from 'vitest'
import { type CrashingPage, recoverFromCrashes } from '../../../src/main/page/recover.ts'

function page() {
  let now = 0
  let gone: Parameters<CrashingPage['on']>[1] = () => undefined
  const reload = vi.fn()
  const report = vi.fn()
  recoverFromCrashes(
    {
      reload,
      on(_event, listener) {
        gone = listener
      },
    },
    { now: () => now, report },
  )
  return {
    reload,
    report,
    end(reason: 'crashed' | 'clean-exit', after: number) {
      now += after
      gone({}, { reason })
    },
  }
}

test('a crashed page is loaded anew, and its crash is written down', () => {
  const { reload, report, end } = page()
  end('crashed', 0)

  expect(reload).toHaveBeenCalledOnce()
  expect(report).toHaveBeenCalledExactlyOnceWith('crashed')
})

test('one that crashes at once again is left as it is, until it has held for a while', () => {
  const { reload, report, end } = page()
  end('crashed', 0)
  end('crashed', 500)
  expect(reload).toHaveBeenCalledOnce()

  end('crashed', 60_000)
  expect(reload).toHaveBeenCalledTimes(2)
  expect(report).toHaveBeenCalledTimes(3)
})

test('one that crashes hours after another crash is loaded anew, although the clock was set back since', () => {
  const { reload, end } = page()
  end('crashed', 0)
  end('crashed', -3 * 3_600_000)

  expect(reload).toHaveBeenCalledTimes(2)
})

test('a page that ends in order stays ended', () => {
  const { reload, report, end } = page()
  end('clean-exit', 0)

  expect(reload).not.toHaveBeenCalled()
  expect(report).not.toHaveBeenCalled()
})
