import { CookieJar } from 'tough-cookie'

/** What a session needs to know of an answer. */
export interface SessionAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
}

export interface InstanceSessions {
  /**
   * Makes a call in a session that no other call uses meanwhile; `cookies` is the value of its header, empty for a new session.
   * Throws what `call` throws.
   */
  use<T extends SessionAnswer>(url: string, call: (cookies: string) => Promise<T>): Promise<T>
}

/** Calls under way at once, so that each finds a session of its own afterwards. */
const MAX_IDLE = 16
const MAX_COOKIES = 32
const MAX_HEADER_CHARS = 8192

/**
 * The guest sessions of this process at its instance. A call without a cookie begins one there each time, and calls of one session
 * wait for each other; so there is one for each call under way, the last used is taken first, and the others end by being idle.
 * Cookies live in memory, belong to one origin and are sent to no other.
 */
export function createInstanceSessions(): InstanceSessions {
  let origin = ''
  let idle: CookieJar[] = []
  return {
    use: async (url, call) => {
      const called = new URL(url).origin
      if (called !== origin) [origin, idle] = [called, []]
      const known = idle.pop()
      // Whoever fails without an answer may still be at work in its session: the next call would wait behind it.
      let jar = known ?? new CookieJar()
      let answer = await call(jar.getCookieStringSync(url))
      if (known && answer.status === 401) {
        jar = new CookieJar()
        answer = await call('')
      }
      const isWorthKeeping = learn(jar, url, answer.headers['set-cookie']) && answer.status !== 401
      if (isWorthKeeping && called === origin && idle.length < MAX_IDLE) idle.push(jar)
      return answer
    },
  }
}

/** Takes the cookies of an answer. False: there are more than any instance needs. */
function learn(jar: CookieJar, url: string, headers: unknown): boolean {
  const texts = Array.isArray(headers) ? headers.map(String) : []
  if (texts.length > MAX_COOKIES) return false
  for (const text of texts) jar.setCookieSync(text, url, { ignoreError: true })
  const { cookies } = jar.serializeSync() ?? { cookies: [] }
  return cookies.length <= MAX_COOKIES && jar.getCookieStringSync(url).length <= MAX_HEADER_CHARS
}
