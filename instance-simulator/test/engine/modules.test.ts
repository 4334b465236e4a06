import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
const at = (path: string) => `x_app/pkg/1.0.0/src/${path}`
const module = (path: string, content: string) => world.add('sys_module', { path: at(path), content })
const load = (path: string, expression: string) =>
  world.script(`var m = require('${at(path)}'); ${expression}`, 'x_app')

beforeAll(() => {
  world = scriptWorld()
  module(
    'a.ts',
    `import { gs } from '@servicenow/glide'\nimport b, { twice as double, Counter } from './lib/b.ts'\nexport const four = double(2)\nexport function who() { return gs.getUserName() + b() }\nexport const counter = new Counter()\nexport * from './lib/c.ts'\nexport { twice } from './lib/b.ts'`,
  )
  module(
    'lib/b.ts',
    `export const twice = (x) => x * 2\nexport class Counter { n = 0; up() { return ++this.n } }\nexport default function () { return '!' }`,
  )
  module(
    'lib/c.ts',
    `import * as b from './b.ts'\nexport let live = 1\nexport const bump = () => { live = b.twice(live) }`,
  )
  module(
    'round/x.ts',
    `import { y } from './y.ts'\nexport function x() { return 'x' }\nexport const both = () => x() + y()`,
  )
  module('round/y.ts', `import { x } from './x.ts'\nexport function y() { return 'y' + x() }`)
  module('bare.ts', `export const name = gs.getUserName()`)
  module(
    'strange.ts',
    `import { GlideSchedule } from '@servicenow/glide'\nexport const make = () => new GlideSchedule()\nexport const harmless = 1`,
  )
  module('wrong.ts', `import { missing } from './lib/b.ts'\nexport const use = () => missing`)
  module('unextended.ts', `import { twice } from './lib/b'\nexport { twice }`)
})
afterAll(() => world.close())

test('imports, defaults, renames, re-exports and namespaces work as emitted', async () => {
  await expect(load('a.ts', `[m.four, m.who(), m.counter.up(), m.twice(3)].join()`)).resolves.toBe('4,beth!,1,6')
})
test('an exported binding stays live', async () => {
  await expect(load('a.ts', `m.bump(); m.bump(); m.live`)).resolves.toBe(4)
})
test('modules may import each other in a circle', async () => {
  await expect(load('round/x.ts', `m.both()`)).resolves.toBe('xyx')
})
test('a Glide name that a module does not import is not defined there, while a classic script has it', async () => {
  await expect(load('bare.ts', 'm.name')).rejects.toThrow('gs is not defined')
  await expect(world.script('gs.getUserName()')).resolves.toBe('beth')
})
test('an imported name that is not simulated throws when used, not when imported', async () => {
  await expect(load('strange.ts', 'm.harmless')).resolves.toBe(1)
  await expect(load('strange.ts', 'm.make()')).rejects.toThrow('not simulated: GlideSchedule')
})
test('a missing export and a path without its extension are errors', async () => {
  await expect(load('wrong.ts', 'm.use()')).rejects.toThrow(/no export named missing/)
  await expect(load('unextended.ts', '1')).rejects.toThrow(`Cannot find module './lib/b'`)
})
test('script includes are made on first use, seen in their own scope, and by their scope name from others', async () => {
  world.add('sys_scope', { scope: 'x_app', name: 'App', sys_id: 'a'.repeat(32) })
  world.add('sys_script_include', {
    name: 'Greeter',
    active: '1',
    sys_scope: 'a'.repeat(32),
    script: `var Greeter = Class.create(); Greeter.prototype = { initialize: function (n) { this.n = n }, hi: function () { return 'hi ' + this.n }, type: 'Greeter' }`,
  })
  await expect(world.script(`new Greeter('x').hi()`, 'x_app')).resolves.toBe('hi x')
  await expect(world.script(`new x_app.Greeter('y').hi()`)).rejects.toThrow('Illegal access to private script include')
  const [greeter] = world.store.query('sys_script_include', { encoded: 'name=Greeter' }, world.caller)
  world.store.update('sys_script_include', greeter?.['sys_id'] ?? '', { access: 'public' }, world.caller)
  await expect(world.script(`new x_app.Greeter('y').hi()`)).resolves.toBe('hi y')
  await expect(world.script(`new Greeter('y').hi()`)).rejects.toThrow('Greeter is not defined')
})
