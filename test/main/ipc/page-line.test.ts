import { expect, test, vi } from 'vitest'
import { createPageLine } from '../../../src/main/ipc/page-line.ts'
import { beforeAnyLook } from '../../../src/shared/updates.ts'

const page = () => ({ send: vi.fn(), isDestroyed: vi.fn(() => false) })

test('what is said before there is a page is lost, without a word', () => {
  const line = createPageLine()
  line.push('updates:changed', beforeAnyLook)
  const { send, isDestroyed } = page()
  line.connect({ send, isDestroyed })

  expect(send).not.toHaveBeenCalled()
})

test('a page hears what is said from then on, until it is gone', () => {
  const line = createPageLine()
  const { send, isDestroyed } = page()
  line.connect({ send, isDestroyed })
  line.push('updates:changed', beforeAnyLook)
  // Electron throws for whatever is sent to a page that is gone.
  isDestroyed.mockReturnValue(true)
  line.push('updates:changed', beforeAnyLook)

  expect(send).toHaveBeenCalledExactlyOnceWith('updates:changed', beforeAnyLook)
})
