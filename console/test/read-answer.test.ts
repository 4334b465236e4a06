import { expect, test } from '@jest/globals'
import { readAnswer } from '../src/host/read-answer.ts'
import { ConsoleRefusal, problemOf } from '../src/host/refusal.ts'

const answer = (status: number, body: unknown): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

async function refusalOf(response: Response) {
  const thrown: unknown = await readAnswer(response).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(ConsoleRefusal)
  return problemOf(thrown)
}

const problem = {
  type: 'urn:accord:problem:name_taken',
  title: 'A connection of this name exists already',
  status: 409,
  detail: 'Choose another name.',
  code: 'name_taken',
  remedy: 'Choose another name.',
  responsible: 'local-admin',
  retry: false,
  requestId: 'r-1',
  facts: { suggestion: 'A_to_B_2' },
}

test('the result is unwrapped', async () => {
  expect(await readAnswer(answer(200, { result: { free: true } }))).toEqual({ free: true })
})

test.each([
  ['in result, as the instance sends it', { result: problem }],
  ['bare, as the node sends it', problem],
])('a problem document %s keeps code, detail, turn, remedy, request id and facts', async (_where, body) => {
  const shown = await refusalOf(answer(409, body))
  expect(shown).toMatchObject({
    code: 'name_taken',
    responsible: 'local-admin',
    requestId: 'r-1',
    facts: { suggestion: 'A_to_B_2' },
  })
})

test("the platform's 401 means that the session ended, and its 403 that a role is missing", async () => {
  const error = { error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' } }
  expect((await refusalOf(answer(401, error))).code).toBe('session_ended')
  expect((await refusalOf(answer(403, error))).code).toBe('missing_role')
})

test("any other refusal of the platform is shown in the platform's own words", async () => {
  const shown = await refusalOf(answer(400, { error: { message: 'Invalid table', detail: 'x' }, status: 'failure' }))
  expect(shown).toMatchObject({ code: 'platform_refused', detail: 'Invalid table: x' })
})

test('a hibernation page with status 200 is no answer, and trying again may help', async () => {
  const shown = await refusalOf(answer(200, '<html>Your instance is hibernating</html>'))
  expect(shown).toMatchObject({ code: 'answer_unreadable', retry: true })
})

test('a JSON answer without a result is no success', async () => {
  expect((await refusalOf(answer(200, {}))).code).toBe('platform_refused')
})
