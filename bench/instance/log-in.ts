/** A session of the admin, as a browser gets it; answers the value for the Cookie header. */
export async function logIn(instanceUrl: string): Promise<string> {
  const form = await fetch(`${instanceUrl}/login.do`)
  const token = /name="sysparm_ck" value="([^"]+)"/u.exec(await form.text())?.[1]
  if (token === undefined) throw new Error('The login page has no token')
  const answer = await fetch(`${instanceUrl}/login.do`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(form) },
    body: new URLSearchParams({ sysparm_ck: token, sysparm_goto: '', user_name: 'admin', user_password: 'admin' }),
  })
  if (answer.status >= 400) throw new Error(`The login was answered ${answer.status}`)
  return cookieOf(answer)
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
