import {
  chooseColumns as englishChooseColumns,
  pasted as englishPasted,
} from '../../en/window/choose-columns.ts'
import { part } from '../../part.ts'

export const chooseColumns = /* @__PURE__ */ part('window.chooseColumns', englishChooseColumns)

export const pasted = /* @__PURE__ */ part('window.pasted', englishPasted)
