const { readFileSync, writeSync } = require('node:fs')

// Loaded into a process before its program: tells on the third channel what it took, once it ends.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, JSON.stringify({ kB: ownPeak() ?? maxRSS, us: userCPUTime + systemCPUTime }))
})

/** On Linux, `maxRSS` begins with what the process had that started this one (getrusage(2) counts from before exec). */
function ownPeak() {
  try {
    const kB = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]
    return kB && Number(kB)
  } catch {
    return undefined
  }
}
