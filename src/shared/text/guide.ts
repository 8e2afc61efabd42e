/** The words of the user guide. Apart from all others: only the page Help, once it is opened, needs them. */
export { guide as guideText } from './en/guide.ts'
