/** What a program shows rather than runs, by the end of its name: nothing else that was saved is opened from here. */
const opened: readonly string[] = ['csv', 'xlsx', 'txt', 'html', 'pdf', 'json', 'md']

/** Whether a file that was saved may be opened with the program that this computer has for it. */
export const mayBeOpened = (path: string): boolean =>
  opened.includes(/\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? '')
