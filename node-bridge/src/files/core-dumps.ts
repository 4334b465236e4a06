import { writeFileSync } from 'node:fs'

/** Which kinds of memory Linux writes into a core dump of this process and of those that it starts; see core(5). */
const FILTER = '/proc/self/coredump_filter'

/**
 * Has a core dump hold no memory: it would be keys and words of records in a file. Answers whether the system took that; elsewhere
 * than on Linux it does not.
 */
export function keepMemoryOutOfCoreDumps(): boolean {
  try {
    writeFileSync(FILTER, '0x0')
    return true
  } catch {
    return false
  }
}
