import { activity } from './window/activity.ts'
import { addPorts } from './window/add-ports.ts'
import { chooseColumns, pasted } from './window/choose-columns.ts'
import { fileBeside } from './window/file-beside.ts'
import { frame } from './window/frame.ts'
import { history } from './window/history.ts'
import { inventory } from './window/inventory.ts'
import { phones } from './window/phones.ts'
import { proxy } from './window/proxy.ts'
import { readiness } from './window/readiness.ts'
import { run } from './window/run.ts'
import { session } from './window/session.ts'
import { settings } from './window/settings.ts'
import { site } from './window/site.ts'
import { table } from './window/table.ts'
import { tenantTest } from './window/tenant-test.ts'
import { unconfirmed } from './window/unconfirmed.ts'
import { unfinished } from './window/unfinished.ts'
import { updates } from './window/updates.ts'
import { urls } from './window/urls.ts'

/** The window: every label, hint, message and spoken name, by the part of it that says them. */
export const window = {
  ...{ activity, addPorts, chooseColumns, pasted, unconfirmed, fileBeside, frame, history, phones },
  ...{
    inventory,
    proxy,
    readiness,
    run,
    session,
    settings,
    site,
    table,
    tenantTest,
    unfinished,
    updates,
    urls,
  },
}
