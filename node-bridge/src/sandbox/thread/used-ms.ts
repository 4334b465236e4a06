/** Processor time that this thread has used in its life, in milliseconds. It stands still whenever the thread does. */
export function usedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
