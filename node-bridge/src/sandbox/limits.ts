const KIB = 1024
const MIB = 1024 * KIB

/**
 * What a script may use. Sizes in bytes or, for texts, in UTF-16 units. Times in milliseconds of the processor that the thread
 * itself has used: a machine that is busy or stands still takes nothing from a script.
 */
export const LIMITS = {
  /** Of one round. The engine asks for it between its own steps; a single native call may pass it, and then the thread ends. */
  interruptMs: 500,
  terminateMs: 750,
  /** Of reading and checking a script when it is saved. The first one of a thread loads the parser. */
  compileMs: 5_000,
  /** Of the clock, while this process runs: a thread that has used its processor time by then neither ends nor works. */
  hangMs: 60_000,
  memoryBytes: 48 * MIB,
  stackBytes: 128 * KIB,
  sourceLength: 256 * KIB,
  inputLength: 8 * MIB,
  resultLength: 2 * MIB,
  requestLength: 64 * KIB,
  depth: 100,
  rounds: 8,
  questions: 50,
  logLines: 100,
  logLineLength: 2_000,
  messageLength: 1_000,
} as const
