import { createContext, runInContext } from 'node:vm'
import { prototypeDamage } from '@accord/instance-simulator/src/pages/prototype-script.ts'
import { expect, test } from '@jest/globals'
import { loadInPage } from './load-in-page.ts'

const REPAIR = new URL('../src/instance-host/repair-page.ts', import.meta.url)

/** A page's built-ins of its own, so that this one stays whole. */
function page() {
  const context = createContext({})
  const run = (script: string): unknown => runInContext(script, context)
  return {
    damage: () => run(prototypeDamage(['prototype-language.js'])),
    repair: () => loadInPage(REPAIR, context),
    json: (expression: string): unknown => JSON.parse(String(run(`JSON.stringify(${expression})`))),
    run,
  }
}

/** What the language promises, and the answer. Each one is broken by prototype.js. */
const PROMISES: readonly (readonly [string, unknown])[] = [
  ['Object.values([1, 2])', [1, 2]],
  ['Object.values(Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } }))', [2]],
  ['Object.keys(["a"])', ['0']],
  ['Object.keys(Object.create({ inherited: 1 }))', []],
  ['Array.from(new Set([1, 2]))', [1, 2]],
  ['Array.from(new Map([["a", 1]]))', [['a', 1]]],
  ['Array.from({ length: 3 }, (_, index) => index * 2)', [0, 2, 4]],
  ['Array.from([1, 2], function (value) { return value + this.more }, { more: 1 })', [2, 3]],
  ['Array.from("a😀")', ['a', '😀']],
  ['[...["x"].entries()]', [[0, 'x']]],
  ['[5].map((...given) => given)', [[5, 0, [5]]]],
  ['[5].filter((...given) => given.length === 3)', [5]],
  ['[5].find((...given) => given.length === 3)', 5],
  ['[5].some((...given) => given.length === 3)', true],
  ['[5].every((...given) => given.length === 3)', true],
  ['(() => { const met = []; for (const name in ["x"]) met.push(name); return met })()', ['0']],
  ['(() => { const target = () => 1; return target.bind() !== target })()', true],
  ['new (Date.bind(null, 86400000))().getTime()', 86_400_000],
]

test.each(PROMISES)('%s: broken by prototype.js, kept after the remedy', async (expression, answer) => {
  const clean = page()
  expect(clean.json(expression)).toEqual(answer)
  const damaged = page()
  damaged.damage()
  expect(() => expect(damaged.json(expression)).toEqual(answer)).toThrow()
  await damaged.repair()
  expect(damaged.json(expression)).toEqual(answer)
})

test('the damage that a page gets runs to its end, elements and all', () => {
  const { run } = page()
  run('class Element {}; class HTMLElement extends Element {}; Object.assign(globalThis, { Element, HTMLElement })')
  run(prototypeDamage())
  const damaged = run(
    'HTMLElement.prototype.visible.call({ style: { display: "none" } }) === false && Array.from !== undefined',
  )
  expect(damaged).toBe(true)
})

test('holes, receivers and lists that shrink: the repaired methods are the native ones', async () => {
  const laws = [
    '[1, , 3].map((value) => value * 2).hasOwnProperty(1)',
    '[1, , 3].filter(() => true).length',
    '(() => { let visits = 0; [, , 1].find(() => { visits += 1; return false }); return visits })()',
    '(() => { const list = [1, 2, 3]; const met = []; list.map((value) => { met.push(value); list.length = 2 }); return met })()',
    '[1].map(function () { return this.more }, { more: 7 })',
    'Object.keys("ab").concat(Object.values("ab"))',
    '[null, undefined].map((nothing) => { try { Object.keys(nothing); return "no error" } catch (error) { return error.name } })',
    'Object.keys(Object.defineProperty({ shown: 1, [Symbol("s")]: 2 }, "hidden", { value: 1 }))',
    '(() => { class List extends Array {} return List.from([1]) instanceof List })()',
    '(function add(a, b) { return a + b }).bind(null, 1).length',
  ]
  const repaired = page()
  repaired.damage()
  await repaired.repair()
  const clean = page()
  for (const law of laws) expect([law, repaired.json(law)]).toEqual([law, clean.json(law)])
})

test("the platform's own scripts keep what prototype.js gave them", async () => {
  const { damage, repair, json } = page()
  damage()
  await repair()
  expect(json('["a", "b"].first() + ["a", "b"].last()')).toBe('ab')
  expect(json('[0, 2].any() && ![0, 2].all()')).toBe(true)
  expect(json('$A("ab").include("b")')).toBe(true)
  expect(json('Object.values({ a: 1 }).size()')).toBe(1)
  expect(json('Array.from(null)')).toEqual([])
  expect(json('Object.isFunction(Object.extend)')).toBe(true)
})

test('a page without prototype.js is left exactly as it is', async () => {
  const { run, repair } = page()
  const owners = '[Object, Array, Array.prototype, Function.prototype, String.prototype]'
  run(`const natives = ${owners}.map((owner) => Object.entries(Object.getOwnPropertyDescriptors(owner)))`)
  await repair()
  const unchanged = run(`${owners}.every((owner, place) => {
    const now = Object.getOwnPropertyDescriptors(owner)
    return natives[place].every(([name, was]) => was.value === now[name].value && was.enumerable === now[name].enumerable)
  })`)
  expect(unchanged).toBe(true)
})
