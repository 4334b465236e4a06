const FIRST_PAUSE_MS = 500
const ATTEMPTS = 6

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

/**
 * A session runs one transaction at a time, and of the next ten at most the platform keeps each waiting: one more is
 * answered 202 with nothing in it, and dropped. It never ran, so it is sent again, whatever it was.
 */
export async function untilTaken(send: () => Promise<Response>, firstPauseMs = FIRST_PAUSE_MS): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await send()
    if (response.status !== 202 || attempt >= ATTEMPTS) return response
    await pause(firstPauseMs * 2 ** (attempt - 1))
  }
}
