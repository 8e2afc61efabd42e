import type { Region } from '../../src/shared/gateway/region.ts'
import { checkPhones } from '../../src/shared/phones/check.ts'
import type { Sheet } from '../../src/shared/phones/sheet.ts'
import { type Confirmation, confirmationOf } from '../../src/shared/run/confirmation.ts'
import { planRun } from '../../src/shared/run/plan.ts'

/** The message of the window to main when somebody agrees to sign in all phones of a list. */
export const confirmedList = (sheet: Sheet, region: Region, tenantId: string): Confirmation =>
  confirmationOf(planRun(checkPhones(sheet, region)), { id: tenantId })
