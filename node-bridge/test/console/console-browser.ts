import { CONSOLE_CALLS, type ConsoleCallName } from '@accord/shared/contracts'
import { bridgeConsolePath, CONSOLE_TOKEN_HEADER, pathOf } from '@accord/shared/protocol'

export interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

export interface CallChange {
  readonly params?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** What a browser on the console's own page does: it keeps cookies and the page's token, and says where it comes from. */
export interface ConsoleBrowser {
  call(name: ConsoleCallName, body?: object, change?: CallChange): Promise<Answered>
  readonly cookies: Map<string, string>
  readonly setCookies: string[]
}

/** `origin`: the console's own. */
export function openBrowser(origin: string): ConsoleBrowser {
  const cookies = new Map<string, string>()
  const setCookies: string[] = []
  let token: string | undefined
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      setCookies.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    token = response.headers.get(CONSOLE_TOKEN_HEADER) ?? token
  }
  return {
    cookies,
    setCookies,
    call: async (name, body, change = {}) => {
      const { method, path } = CONSOLE_CALLS[name]
      const usual = {
        origin: method === 'POST' ? origin : undefined,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        [CONSOLE_TOKEN_HEADER]: token,
      }
      const headers = Object.entries({ ...usual, ...change.headers }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      )
      const response = await fetch(origin + bridgeConsolePath(pathOf(path, change.params ?? {})), {
        method,
        headers,
        ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
      })
      keep(response)
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answered['body'] }
    },
  }
}
