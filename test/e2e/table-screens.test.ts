import { lookAtAll } from './support/look-at-all.ts'
import { tableScreens } from './support/table-screens.ts'

lookAtAll(tableScreens, { prefix: 'table-' })
