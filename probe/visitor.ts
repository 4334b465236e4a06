import type { Answer, InstanceClient } from './instance-client.ts'
import type { Credentials } from './options.ts'

/** Somebody in a browser: a cookie, and the token that belongs to it. */
export interface Visitor {
  readonly token: string
  get(path: string, token?: string): Promise<Answer>
}

/** Signs in as the platform's own login does. Undefined where there is no password to sign in with, or it does not suffice. */
export async function signIn(client: InstanceClient, credentials: Credentials): Promise<Visitor | undefined> {
  if (credentials.kind !== 'password') return undefined
  const form = { user_name: credentials.user, user_password: credentials.password, remember_me: 'false' }
  const login = await client.call('POST', '/angular.do?sysparm_type=view_form.login', {
    as: 'nobody',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  if ((login.json as { status?: string } | undefined)?.status !== 'success') return undefined
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const asked = await client.call('POST', '/angular.do?sysparm_type=get_user', { as: 'nobody', headers: { cookie } })
  const own = asked.headers.get('x-usertoken-response') ?? ''
  return {
    token: own,
    get: (path, token = own) =>
      client.call('GET', path, { as: 'nobody', headers: { cookie, 'x-usertoken': token, accept: '*/*' } }),
  }
}
