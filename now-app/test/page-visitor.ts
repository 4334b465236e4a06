import type { Credentials } from './http-client.ts'

export interface Page {
  readonly status: number
  readonly html: string
  /** Where the server sends the browser next, as `path#fragment`; empty when it stays. */
  readonly location: string
}

/** A person with a browser, as far as forms and redirects go. */
export interface PageVisitor {
  open(path: string): Promise<Page>
  /** Presses the button of this name on the page that `path` shows. Throws when there is no such button. */
  press(path: string, button: string): Promise<Page>
}

const TOKEN = /name="sysparm_ck"\s+value="([^"]+)"/
const BUTTON = /<button type="submit" name="sys_action" value="([^"]+)"[^>]*>([^<]+)<\/button>/g

/** Texts of the action buttons of a page. */
export const buttonsOf = (page: Page): string[] => [...page.html.matchAll(BUTTON)].map(([, , text]) => text ?? '')

const tokenOf = (page: Page): string => TOKEN.exec(page.html)?.[1] ?? ''

export async function logIn(instanceUrl: string, { user, password }: Credentials): Promise<PageVisitor> {
  const cookies = new Map<string, string>()
  const request = async (path: string, form?: Readonly<Record<string, string>>): Promise<Page> => {
    const response = await fetch(new URL(path, instanceUrl), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      signal: AbortSignal.timeout(30_000),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location') ?? ''
    return { status: response.status, html: await response.text(), location }
  }
  const login = await request('/login.do')
  await request('/login.do', { sysparm_ck: tokenOf(login), user_name: user, user_password: password })
  return {
    open: (path) => request(path),
    press: async (path, button) => {
      const page = await request(path)
      const action = [...page.html.matchAll(BUTTON)].find(([, , text]) => text === button)?.[1]
      if (action === undefined) throw new Error(`${path} has no button ${button}, only ${buttonsOf(page).join(', ')}`)
      const sysId = new URL(path, instanceUrl).searchParams.get('sys_id')
      const form = { sysparm_ck: tokenOf(page), sys_action: action, ...(sysId === null ? {} : { sys_id: sysId }) }
      return request(new URL(path, instanceUrl).pathname, form)
    },
  }
}
