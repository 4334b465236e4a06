/** Runs `work` for 0, 1, 2 … with at most `width` at the same time, until `goOn` says no. What throws becomes a complaint. */
export async function keepInFlight(
  width: number,
  goOn: (next: number) => boolean,
  work: (index: number) => Promise<void>,
): Promise<string[]> {
  const complaints: string[] = []
  let next = 0
  const caller = async () => {
    while (goOn(next)) {
      const index = next
      next += 1
      await work(index).catch((error: unknown) => complaints.push(`handshake ${index}: ${describe(error)}`))
    }
  }
  await Promise.all(Array.from({ length: width }, caller))
  return complaints
}

const describe = (error: unknown): string =>
  error instanceof Error ? error.message + (error.cause ? ` (${String(error.cause)})` : '') : String(error)
