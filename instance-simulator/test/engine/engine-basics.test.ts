import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
let onTestFinished: (() => Promise<void>) | undefined
beforeAll(() => {
  world = scriptWorld()
})
afterAll(() => world.close())
afterEach(async () => {
  await onTestFinished?.()
  onTestFinished = undefined
})

describe('a script runs in a world of its own', () => {
  test('its last statement is its value, and nothing survives into the next transaction', async () => {
    await expect(world.script('leak = 41; leak + 1')).resolves.toBe(42)
    await expect(world.script('typeof leak')).resolves.toBe('undefined')
  })

  test('globals that the platform lacks are not there', async () => {
    const absent = ['console', 'fetch', 'process', 'setTimeout', 'Reflect', 'WeakRef', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'Buffer', 'URL', 'TextEncoder', 'structuredClone', 'queueMicrotask', 'global2', '__host', '__entry'] // prettier-ignore
    const source = `JSON.stringify([${absent.map((name) => `typeof ${name}`).join(',')}])`
    const types = JSON.parse(String(await world.script(source))) as string[]
    expect(absent.filter((_, index) => types[index] !== 'undefined')).toEqual([])
  })

  test('no code is made from strings, also not through a constructor that a Glide object leads to', async () => {
    await expect(world.script(`gs.info.constructor('return 1')()`)).rejects.toThrow(/Code generation from strings/)
    await expect(world.script(`eval('1')`)).rejects.toThrow(/Code generation from strings/)
  })

  test('promises of a script run before its transaction ends', async () => {
    const row = world.add('incident', { short_description: 'a' })
    await world.script(
      `(async () => { await null; var gr = new GlideRecord('incident'); gr.get('${row['sys_id']}'); gr.short_description = 'later'; gr.update() })(); 0`,
    )
    expect(world.store.find('incident', row['sys_id'] ?? '')?.['short_description']).toBe('later')
  })

  test('what is not simulated throws by its name and is counted', async () => {
    await expect(world.script('gs.getUrlOnStack()')).rejects.toThrow('not simulated: gs.getUrlOnStack')
    await expect(world.script('new GlideSchedule()')).rejects.toThrow('not simulated: GlideSchedule')
    await expect(world.script('new GlideRecord("incident").addRLQuery("task")')).rejects.toThrow(
      'not simulated: GlideRecord.addRLQuery',
    )
    await expect(world.script('new GlideDateTime().getSpanTime()')).rejects.toThrow(
      'not simulated: GlideDateTime.getSpanTime',
    )
    await expect(world.script('new sn_ws.SOAPMessageV2()')).rejects.toThrow('not simulated: sn_ws.SOAPMessageV2')
    expect(world.notSimulated).toEqual(
      expect.arrayContaining(['gs.getUrlOnStack', 'GlideSchedule', 'sn_ws.SOAPMessageV2']),
    )
  })
})

test('a script that computes for ever is stopped and the engine goes on', async () => {
  const hasty = scriptWorld({ scriptMs: 400 })
  onTestFinished = () => hasty.close()
  await expect(hasty.script('for (;;) {}')).rejects.toThrow(/computed for too long/)
  await expect(hasty.script('1 + 1')).resolves.toBe(2)
})
