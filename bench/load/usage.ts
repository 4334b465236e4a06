/** Processor time and memory of a process, as it tells of itself. */
export interface Usage {
  /** User and system time since it began, all threads. */
  readonly cpuMs: number
  readonly residentMb: number
  /** The longest that its event loop stood still since the last question. */
  readonly longestStallMs: number
  /** How often each SQL statement has run, by its text; empty unless the process was started to count them. */
  readonly statements: Readonly<Record<string, number>>
}
