import process from 'node:process'
import { configurationFor } from './configuration.ts'

/** Read by `electron-builder --config` (`npm run package`). */
export default configurationFor(process.env)
