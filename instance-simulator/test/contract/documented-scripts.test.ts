import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scriptsOf, type Scripts } from './evaluate.ts'
import { contractTarget, type ContractTarget } from './target.ts'

/** What ServiceNow's documents (Australia) say of scripts in so many words. */
let instance: ContractTarget
let scripts: Scripts
beforeAll(async () => {
  instance = await contractTarget()
  scripts = scriptsOf(instance)
})
afterAll(async () => {
  await scripts.close()
  await instance.close()
})

describe('a time', () => {
  test.each([
    ['2026-03-04 05:06:07', '2026-03-04 05:06:07'],
    ['03/04/2026 05:06:07', '2026-03-04 05:06:07'],
    ['03-04-2026', '2026-03-04 00:00:00'],
    ['15-02-2011 08:00:00', '2011-02-15 08:00:00'],
    ['15-02-11 08.00.05', '2011-02-15 08:00:05'],
    ['2026-03-04 05:06', '2026-03-04 05:06:00'],
    ['04.03.2026 05:06:07 PM', '2026-03-04 17:06:07'],
  ])('is read from %s', async (text, value) => {
    const script = `var time = new GlideDateTime('${text}'); return [time.isValid(), time.getValue()]`
    expect(await scripts.evaluate(script)).toEqual([true, value])
  })

  test.each(['2011-aa-31 aa:00:00', '2026-03-04T05:06:07.000Z'])(
    'is not read from %s, and it says so',
    async (text) => {
      const script = `var time = new GlideDateTime('${text}'); return [time.isValid(), time.getErrorMsg()]`
      expect(await scripts.evaluate(script)).toEqual([false, `Invalid date time: '${text}', ignored`])
    },
  )

  test('that a display value does not name is refused in other words', async () => {
    const script = `var time = new GlideDateTime(); time.setDisplayValue('2011-aa-01 00:00:00'); return time.getErrorMsg()`
    expect(await scripts.evaluate(script)).toBe('Could not parse DateTime: 2011-aa-01 00:00:00')
  })

  test('yesterday is 24 hours ago, not its midnight', async () => {
    const script = `return [gs.yesterday(), gs.hoursAgo(25), gs.hoursAgo(23)]`
    const [yesterday = '', before = '', after = ''] = (await scripts.evaluate(script)) as string[]
    expect([before < yesterday, yesterday < after]).toEqual([true, true])
  })

  test('half a day is not rounded up, more than half is', async () => {
    const days = `function (text) { return new GlideDuration(text).getRoundedDayPart() }`
    const script = `return ['3 12:00:00', '3 12:00:01', '3 14:00:00', '3 00:00:00'].map(${days})`
    expect(await scripts.evaluate(script)).toEqual([3, 4, 4, 3])
  })
})

describe('rows', () => {
  const rowsOf = (name: string) => `
    var made = ['1', '2', '3', '4'].map(function (priority) {
      var gr = new GlideRecord('change_task'); gr.initialize(); gr.short_description = '${name}'; gr.priority = priority; return gr.insert()
    });
    function find() { var gr = new GlideRecord('change_task'); gr.addQuery('short_description', '${name}'); gr.orderBy('priority'); return gr }
    function countOf(gr) { gr.query(); return gr.getRowCount() }`

  test('a limit takes the place of the window before it, a window that of the limit', async () => {
    const script = `${rowsOf('documented-window')}
      var limited = find(); limited.chooseWindow(2, 4); limited.setLimit(1); limited.query(); limited.next();
      var shown = find(); shown.setLimit(1); shown.chooseWindow(1, 3); var count = countOf(shown);
      find().deleteMultiple();
      return [limited.getValue('priority'), count]`
    expect(await scripts.evaluate(script)).toEqual(['1', 2])
  })

  test('deleteMultiple keeps to no limit', async () => {
    const script = `${rowsOf('documented-limit')}
      var gr = find(); gr.setLimit(1); gr.query(); gr.deleteMultiple(); return countOf(find())`
    expect(await scripts.evaluate(script)).toBe(0)
  })

  test('that are counted in an order are grouped by it', async () => {
    const script = `${rowsOf('documented-order')}
      var agg = new GlideAggregate('change_task'); agg.addQuery('short_description', 'documented-order');
      agg.addAggregate('COUNT'); agg.orderByDesc('priority'); agg.query();
      var found = []; while (agg.next()) found.push([agg.getValue('priority'), agg.getAggregate('COUNT')]);
      find().deleteMultiple(); return found`
    expect(await scripts.evaluate(script)).toEqual(['4', '3', '2', '1'].map((priority) => [priority, '1']))
  })

  test('the text NULL empties the field that a script sets to it', async () => {
    const script = `var gr = new GlideRecord('incident'); gr.initialize();
      gr.short_description = 'before'; gr.setValue('caller_id', gs.getUserID()); gr.get(gr.insert());
      gr.short_description = 'NULL'; gr.setValue('caller_id', 'NULL'); gr.update(); gr.get(gr.getUniqueValue());
      var seen = [gr.getValue('short_description'), gr.getValue('caller_id')]; gr.deleteRecord(); return seen`
    expect(await scripts.evaluate(script)).toEqual([null, null])
  })
})
