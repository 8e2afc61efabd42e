/** Unpacks the browser that the package brings into the folder for temporary files, which TMPDIR names. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
