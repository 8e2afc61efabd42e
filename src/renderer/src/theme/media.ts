/** Little height, as in a window magnified to 200 %: the whole page scrolls, for its parts could not. */
export const lowWindow = '@media (max-height: 519px)'

/** Too narrow for a navigation beside the page. */
export const narrowWindow = '@media (max-width: 719px)'

/** The table needs the width more than the names of the pages do: they stand under their icons. */
export const mediumWindow = '@media (min-width: 720px) and (max-width: 1199px)'

/** Too narrow for the words of all buttons beside their icons. As `matchMedia` takes it. */
export const tightWindow = '(max-width: 1399px)'

/** Wide enough for a panel beside the table. As `matchMedia` takes it. */
export const wideWindow = '(min-width: 1600px)'
