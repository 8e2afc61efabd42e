import { resolve } from 'node:path'

/** Where the lists are that come with the app. */
export const sampleFolder = resolve(import.meta.dirname, '../../resources/samples')

/** The path of a list that comes with the app. */
export const sample = (name: string): string => resolve(sampleFolder, name)
