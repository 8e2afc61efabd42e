/** In MB of 1,024 x 1,024 bytes: about 100,000 phones. A larger file was chosen by mistake. */
export const maxListMegabytes = 5

export const maxListBytes = maxListMegabytes * 1024 * 1024

/** Far more than any run of phones: at most 100 go in a batch, and three batches of a region at a time. */
export const maxListRows = 100_000

/** What a spreadsheet can have, blank rows among them (Microsoft, "Excel specifications and limits"). */
export const maxSheetRows = 1_048_576
