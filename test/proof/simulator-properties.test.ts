import { test } from 'vitest'
import { provePromises } from '../support/prove-promises.ts'

test('the service keeps its promises in 400 cases of what is created and asked at whatever times', () =>
  provePromises(400))
