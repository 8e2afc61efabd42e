import { runProgram } from './program.ts'

// Alone in its file: what this one waits for loads commands, which could wait for it in turn if they found anything here.
await runProgram()
