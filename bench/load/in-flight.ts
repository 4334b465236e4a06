/** Runs `work` for each item, at most `inFlight` at the same time, in order of their beginning. The first failure ends it. */
export async function eachInFlight<Item, Result>(
  items: readonly Item[],
  inFlight: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const entries = items.entries()
  const runner = async () => {
    for (const [index, item] of entries) results[index] = await work(item, index)
  }
  await Promise.all(Array.from({ length: inFlight }, runner))
  return results
}
