import { setTimeout as delay } from 'node:timers/promises'

const WITHIN_MS = 60_000

/** Asks until the answer is a success. Throws when a minute was not enough. */
export async function untilAnswered(url: string, everyMs = 20): Promise<void> {
  const deadline = Date.now() + WITHIN_MS
  while (Date.now() < deadline) {
    const succeeds = await fetch(url).then(
      async (answer) => (await answer.arrayBuffer(), answer.ok),
      () => false,
    )
    if (succeeds) return
    await delay(everyMs)
  }
  throw new Error(`${url} did not answer in time`)
}
