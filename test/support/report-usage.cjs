// Loaded into a process before its program: tells on the third channel what it took, once it ends.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  require('node:fs').writeSync(3, JSON.stringify({ kB: maxRSS, us: userCPUTime + systemCPUTime }))
})
