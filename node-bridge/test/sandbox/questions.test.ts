import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type Answered, type Answerer, createSandbox, type Question, type Sandbox } from '../../src/sandbox/index.ts'
import { strays } from '../../src/sandbox/repeat-until-answered.ts'
import { failureOf, inShort, runBody } from './scripts.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 2 })
})
afterAll(() => sandbox.close())

/** Answers each question with its own request, and keeps what it was asked, round by round. */
function echoing() {
  const rounds: string[][] = []
  const answer: Answerer = async (questions) => {
    rounds.push(questions.map(({ kind, name, request }) => `${kind} ${name} ${request}`))
    return questions.map(({ request }) => JSON.stringify({ of: JSON.parse(request) }))
  }
  return { rounds, answer }
}

describe('a look-up breaks the run off and repeats it', () => {
  test('the script sees one run in which everything was known', async () => {
    const { rounds, answer } = echoing()
    const body = `log('begins')
      const first = lookup('user', { mail: 'a@b', active: true })
      const second = lookup('group', first.of.mail)
      log('ends')
      return [first, second]`
    const outcome = await runBody(sandbox, body, {}, answer)
    expect(outcome).toMatchObject({
      kind: 'returned',
      text: '[{"of":{"active":true,"mail":"a@b"}},{"of":"a@b"}]',
      rounds: 3,
      logs: ['begins', 'ends'],
    })
    expect(rounds).toEqual([['lookup user {"active":true,"mail":"a@b"}'], ['lookup group "a@b"']])
  })

  test.each([
    ['catch and finally', 'try { return lookup("a", 1) } catch { log("noticed") } finally { log("closed") }'],
    ['a finally that returns', 'try { lookup("a", 1) } finally { return lookup("a", 1) }'],
    [
      'a generator that is closed',
      'const all = function* () { try { yield lookup("a", 1) } finally { log("closed") } }; for (const one of all()) { if (one) return lookup("a", 1) }',
    ],
    ['a comparator', '[2, 1].sort(() => lookup("a", 1).of); return lookup("a", 1)'],
    ['a getter', 'const asks = { get it() { return lookup("a", 1) } }; try { asks.it } catch {} return lookup("a", 1)'],
    ['a loop of attempts', 'for (;;) { try { return lookup("a", 1) } catch {} }'],
  ])('%s does not notice it', async (_what, body) => {
    const { rounds, answer } = echoing()
    const outcome = await runBody(sandbox, body, {}, answer)
    expect(inShort(outcome)).toBe('returned {"of":1}')
    expect(outcome.rounds).toBe(2)
    expect(rounds).toEqual([['lookup a 1']])
    expect(outcome.logs).toEqual(outcome.logs.filter((line) => line === 'closed'))
  })

  test('a promise does not notice it either, though it has no place in a run', async () => {
    const body = '(async () => lookup("a", 1))().catch(() => log("noticed")); return 1'
    const { rounds, answer } = echoing()
    expect(await runBody(sandbox, body, {}, answer)).toMatchObject({ failure: { code: 'async_refused' }, logs: [] })
    expect(rounds).toEqual([['lookup a 1']])
  })

  test('what is prefetched comes with the first answer that is missing', async () => {
    const { rounds, answer } = echoing()
    const body = 'prefetch("a", 1); prefetch("b", 2); prefetch("a", 1); return [lookup("a", 1).of, lookup("b", 2).of]'
    expect(await runBody(sandbox, body, {}, answer)).toMatchObject({ text: '[1,2]', rounds: 2 })
    expect(rounds).toEqual([['lookup a 1', 'lookup b 2']])
  })

  test('with the answers of the last run nothing is asked', async () => {
    const body = 'return lookup("a", 1).of + step("b", 2).of'
    const { answered } = await runBody(sandbox, body, {}, echoing().answer)
    const again = await runBody(sandbox, body, {
      answers: answered.filter(({ kind }) => kind === 'lookup'),
      steps: answered.filter(({ kind }) => kind === 'step'),
    })
    expect(again).toMatchObject({ kind: 'returned', text: '3', rounds: 1, answered })
  })

  test('an answer cannot be changed for the next who asks', async () => {
    const body = 'lookup("a", 1).of = 9; return lookup("a", 1)'
    expect(await runBody(sandbox, body, {}, echoing().answer)).toMatchObject({ text: '{"of":1}' })
  })

  test('what the answering side throws reaches whoever runs the script', async () => {
    const run = runBody(sandbox, 'return lookup("a", 1)', {}, async () => Promise.reject(new Error('asleep')))
    await expect(run).rejects.toThrow('asleep')
    await expect(runBody(sandbox, 'return lookup("a", 1)')).rejects.toThrow('Nobody answers lookup a')
    await expect(runBody(sandbox, 'return lookup("a", 1)', {}, async () => [])).rejects.toThrow(
      'No answer for lookup a',
    )
  })
})

describe('questions are bounded', () => {
  test.each([
    ['eight rounds', 'let at = 0; for (; at < 7; at++) lookup("a", at); return at', 'returned 7'],
    ['a ninth round', 'for (let at = 0; at < 8; at++) lookup("a", at); return 1', 'too_many_rounds'],
    ['fifty questions', 'for (let at = 0; at < 50; at++) prefetch("a", at); return lookup("a", 49).of', 'returned 49'],
    ['a fifty-first', 'for (let at = 0; at < 51; at++) prefetch("a", at); return 1', 'too_many_questions'],
    ['a request that is too large', 'lookup("a", "x".repeat(70000))', 'request_too_large'],
    ['a request that is no JSON', 'lookup("a", { b: 1n })', 'request_not_json'],
  ])('%s', async (_what, body, expected) => {
    expect(inShort(await runBody(sandbox, body, {}, echoing().answer))).toBe(expected)
  })
})

describe('a step is done once', () => {
  test('its name and the hash of its request are its key, whatever the order of members', async () => {
    const { rounds, answer } = echoing()
    const body = 'step("post", { a: 1, b: 2 }); step("post", { b: 2, a: 1 }); return step("post", { a: 1, b: 3 })'
    expect(await runBody(sandbox, body, {}, answer)).toMatchObject({ text: '{"of":{"a":1,"b":3}}', rounds: 3 })
    expect(rounds).toEqual([['step post {"a":1,"b":2}'], ['step post {"a":1,"b":3}']])
  })

  /** The process has died after the step; meanwhile the world answers something else. */
  async function afterStep(): Promise<readonly Answered[]> {
    const { answered } = await runBody(sandbox, BODY, {}, answering('"Ann"'))
    return answered.filter(({ kind }) => kind === 'step')
  }
  const BODY = 'const name = lookup("name", 1); if (name !== "nobody") return step("post", { name }); return "none"'
  const answering =
    (name: string): Answerer =>
    async (questions: readonly Question[]) =>
      questions.map((question) => (question.name === 'name' ? name : '"done"'))

  test('one that is done is answered from the record', async () => {
    const outcome = await runBody(sandbox, BODY, { steps: await afterStep() }, async (questions) => {
      expect(questions.map(({ kind }) => kind)).toEqual(['lookup'])
      return ['"Ann"']
    })
    expect(inShort(outcome)).toBe('returned "done"')
  })

  test.each([
    ['with another request', '"Bob"'],
    ['not at all', '"nobody"'],
  ])('a repeat that asks for it %s is not deterministic, and nothing is done twice', async (_what, name) => {
    const outcome = await runBody(sandbox, BODY, { steps: await afterStep() }, answering(name))
    expect(failureOf(outcome)).toMatchObject({
      code: 'not_deterministic',
      message: expect.stringContaining('step post'),
    })
  })
})

test.each([
  ['the same', ['a', 'b'], ['a', 'b'], true, false],
  ['the same and more', ['a'], ['a', 'b'], true, false],
  ['less, in a round that ended early', ['a', 'b'], ['a'], false, false],
  ['less, in a round that came through', ['a', 'b'], ['a'], true, true],
  ['another', ['a', 'b'], ['a', 'c'], false, true],
  ['another order', ['a', 'b'], ['b', 'a'], false, true],
])('a repeat that asks %s', (_what, before, now, isThrough, isStray) => {
  expect(strays(before, now, isThrough) !== undefined).toBe(isStray)
})

test('stop ends the run with its text and its place, and no catch holds it', async () => {
  const outcome = await runBody(
    sandbox,
    'try {\n stop("closed before it was ever sent") } catch {} finally { return 1 }',
  )
  expect(outcome).toMatchObject({ kind: 'stopped', text: 'closed before it was ever sent', at: { line: 4 } })
})
