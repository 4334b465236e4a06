/** Milliseconds of work of this thread: on a busy machine time goes by in which nothing is done here. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
