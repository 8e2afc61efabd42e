import type { ModuleSetup } from '../../src/core/session/gateways.ts'

/** Of tests that go directly. */
export const noModule: ModuleSetup = {
  script: '/nowhere/bridge.ps1',
  chatter: () => undefined,
  trouble: () => undefined,
  logging: () => undefined,
}
