import { setTimeout as delay } from 'node:timers/promises'

/**
 * Asks until the answer is not undefined. Throws after `withinMs` with what was awaited and what `describe` says of the moment.
 * An error thrown by `ask` counts as no answer yet, since the process that is asked may be dead for the moment, unless `isHopeless` says otherwise.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  { withinMs = 60_000, everyMs = 60, describe = () => '', isHopeless = () => false }: EventuallyOptions = {},
): Promise<T> {
  const deadline = Date.now() + withinMs
  let last: unknown
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
      last = undefined
    } catch (error) {
      if (isHopeless(error)) throw new Error(`${what}: never. ${describe()}`.trim(), { cause: error })
      last = error
    }
    if (Date.now() > deadline) throw new Error(`${what} within ${withinMs} ms. ${describe()}`.trim(), { cause: last })
    await delay(everyMs)
  }
}

export interface EventuallyOptions {
  readonly withinMs?: number
  readonly everyMs?: number
  readonly describe?: () => string
  readonly isHopeless?: (error: unknown) => boolean
}
