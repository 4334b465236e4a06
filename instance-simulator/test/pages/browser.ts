import type { ShelfInstance } from '../shelf-instance.ts'

/** What a browser without scripts does: cookies, redirects, forms. Speaks HTTP only. */
export class Visitor {
  readonly #shelf: ShelfInstance
  readonly #cookies = new Map<string, string>()

  constructor(shelf: ShelfInstance) {
    this.#shelf = shelf
  }

  async open(path: string, options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers)
    headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '))
    const response = await this.#shelf.fetch(path, { ...options, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      this.#cookies.set(name, value)
    }
    return response
  }

  async text(path: string): Promise<string> {
    return (await this.open(path)).text()
  }

  /** Posts like a form; gives where the answer leads, or its status when it leads nowhere. */
  async submit(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const response = await this.open(path, { method: 'POST', body: new URLSearchParams(fields) })
    return response.headers.get('location') ?? String(response.status)
  }

  /** The token of the page's form. */
  async token(path: string): Promise<string> {
    return /name="sysparm_ck" value="([^"]+)"/.exec(await this.text(path))?.[1] ?? ''
  }

  async logIn(user: string, goto = ''): Promise<string> {
    const token = await this.token('/login.do')
    return this.submit('/login.do', { user_name: user, user_password: user, sysparm_ck: token, sysparm_goto: goto })
  }
}
