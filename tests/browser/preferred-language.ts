import { expect, type Page } from '@playwright/test'

const BASIC = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, accept: 'application/json' }

interface Instance {
  readonly instanceUrl: string
}

/** The language that the instance's administrator has chosen there; empty for the instance's own. */
export async function preferLanguage(page: Page, { instanceUrl }: Instance, language: string): Promise<void> {
  const people = `${instanceUrl}/api/now/table/sys_user`
  const found = await page.request.get(`${people}?sysparm_query=user_name=admin`, { headers: BASIC })
  const { result } = (await found.json()) as { result: { sys_id: string }[] }
  const data = { preferred_language: language }
  const answer = await page.request.patch(`${people}/${result[0]?.sys_id}`, { headers: BASIC, data })
  expect(answer.status()).toBe(200)
}
