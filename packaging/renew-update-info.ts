/**
 * `node packaging/renew-update-info.ts`: after the installers were signed, says anew what electron-builder said of them
 * before: their block maps, from which an update downloads only what differs, and their hashes in the files that
 * installed apps look up updates in.
 */
import { renewUpdateInfo } from './update-info.ts'

await renewUpdateInfo('artifacts/packages')
