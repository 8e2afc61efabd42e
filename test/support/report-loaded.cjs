// Loaded before a program: reports on stderr, as its last line, what of Node and of the program's own files it has loaded.
const { writeSync } = require('node:fs')
const { registerHooks } = require('node:module')

const files = []
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) files.push(url)
    return next(url, context)
  },
})
const before = new Set(process.moduleLoadList)
process.on('exit', () => {
  const builtins = process.moduleLoadList.filter(
    (name) => name.startsWith('NativeModule ') && !before.has(name),
  )
  writeSync(2, `\n${JSON.stringify({ files, builtins: builtins.map((name) => name.slice(13)) })}`)
})
