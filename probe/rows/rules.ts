import { finds, unknown } from '../finding.ts'
import type { Row } from '../instance-client.ts'
import { rowsWith } from '../ledger.ts'
import { makeIncident, type Bench, type Probe } from '../probe.ts'

/** A rule that concerns one incident of ours, and nobody else's. */
const makeRule = ({ ledger, mark }: Bench, name: string, values: Row) =>
  ledger.make('sys_script', {
    name: `${mark}_${name}`,
    collection: 'incident',
    active: 'true',
    advanced: 'true',
    filter_condition: `short_description=${mark}`,
    ...values,
  })

const logs = ({ mark }: Bench, what: string) => `gs.info('${mark} ${what}');`

export const rules: readonly Probe[] = [
  {
    row: 22,
    makes: 'a before rule with a broken line, and an incident that it meets',
    ask: async (bench) => {
      const broken = `${bench.mark}_is_nowhere.call();`
      await makeRule(bench, 'broken', { when: 'before', action_insert: 'true', script: broken })
      const incident = await makeIncident(bench)
      const logged = await bench.untilLogged(`${bench.mark}_is_nowhere`)
      return [finds(Boolean(incident['sys_id']), 'written'), finds(logged !== undefined, logged ?? 'not logged')]
    },
  },
  {
    row: 23,
    makes: 'a before and an after rule, a route and an incident',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      // What the rules of the instance itself still derive is written first, so that then nothing changes.
      const update = `var row = new GlideRecord('incident'); row.get('${id}'); row.update();`
      await bench.room.facts(`${update} return true;`)
      for (const when of ['before', 'after'])
        await makeRule(bench, when, { when, action_update: 'true', script: logs(bench, `ran ${when}`) })
      await bench.room.facts(`${update} ${logs(bench, 'unchanged')} return true;`)
      await bench.untilLogged(`${bench.mark} unchanged`)
      const [before, after] = [await loggedNow(bench, 'ran before'), await loggedNow(bench, 'ran after')]
      await bench.client.call('PATCH', `/api/now/table/incident/${id}`, { body: { description: 'changed' } })
      // The same rules on a real change: without it the silence of before would say nothing.
      if (!(await bench.untilLogged(`${bench.mark} ran after`))) return [unknown('the rules did not run at all')]
      return [finds(before && !after, { before, after })]
    },
  },
  {
    row: 27,
    makes: 'a before-query rule that hides an incident of ours, and routes',
    ask: async (bench) => {
      const incident = await makeIncident(bench)
      const id = incident['sys_id'] ?? ''
      const open = await waysToFind(bench, id)
      if (Object.values(open).includes(false)) return [unknown({ foundWithoutTheRule: open })]
      await makeRule(bench, 'query', {
        when: 'before',
        action_query: 'true',
        filter_condition: '',
        script: `current.addQuery('sys_id', '!=', '${id}');`,
      })
      const { setWorkflow, ...shut } = await waysToFind(bench, id)
      return [
        finds(!Object.values(shut).includes(true), { foundDespiteTheRule: shut }),
        finds(setWorkflow === true, { foundWithSetWorkflow: setWorkflow }),
      ]
    },
  },
  {
    row: 28,
    makes: 'a display rule and an incident; signs in as a person',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const shown = `${bench.mark} displayed`
      const script = `current.setValue('description', '${shown}');`
      await makeRule(bench, 'display', { when: 'display', action_query: 'true', script })
      const visitor = await bench.visitor()
      if (!visitor) return [unknown('opening a form takes a password and no second factor')]
      const form = await visitor.get(`/incident.do?sys_id=${id}`)
      const [row] = await bench.client.rows('incident', `sys_id=${id}`)
      return [
        finds(
          form.text.includes(shown),
          `the form ${form.status} ${form.text.includes(shown) ? 'shows' : 'does not show'} it`,
        ),
        finds(row?.['description'] === '', { stored: row?.['description'] }),
      ]
    },
  },
  {
    row: 35,
    makes: 'an async rule of the application on task, and an incident',
    needsApp: true,
    ask: async (bench) => {
      const { app = '', scope } = bench
      const facts = `gs.getCurrentScopeName() + ' ' + current.getTableName() + ' ' + (gs.getProperty('${scope}.sync.watched_tables', 'none') !== null)`
      await makeRule(bench, 'task', {
        collection: 'task',
        when: 'async_always',
        action_insert: 'true',
        sys_scope: app,
        condition: `gs.getProperty('${scope}.node.http_timeout_ms') !== null`,
        script: `gs.info('${bench.mark} async ' + ${facts});`,
      })
      await makeIncident(bench)
      const logged = await bench.untilLogged(`${bench.mark} async`)
      return [finds(logged?.includes(`${scope} incident true`) === true, logged ?? 'the rule did not run')]
    },
  },
]

async function loggedNow({ client, mark }: Bench, what: string): Promise<boolean> {
  return (await rowsWith(client, 'syslog', 'message', 'LIKE', `${mark} ${what}`)).length > 0
}

/** Whether this record is found, in each way in which one may look. */
async function waysToFind({ client, room, visitor, mark }: Bench, id: string) {
  const scripted = await room.facts<Readonly<Record<string, boolean>>>(
    `function finds(type, encoded, noWorkflow) {
       var rows = new type('incident');
       if (noWorkflow) rows.setWorkflow(false);
       rows.addEncodedQuery(encoded);
       rows.query();
       return rows.next();
     }
     var count = new GlideAggregate('incident');
     count.addQuery('sys_id', '${id}');
     count.addAggregate('COUNT');
     count.query();
     return {
       GlideRecord: finds(GlideRecord, 'sys_id=${id}'),
       newQuery: finds(GlideRecord, 'sys_id=${id}^NQsys_id=${id}^number!=none'),
       GlideAggregate: count.next() && Number(count.getAggregate('COUNT')) > 0,
       setWorkflow: finds(GlideRecord, 'sys_id=${id}', true)
     };`,
  )
  const person = await visitor()
  const list = await person?.get(`/incident_list.do?sysparm_query=sys_id=${id}`)
  return {
    ...scripted,
    tableApi: (await rowsWith(client, 'incident', 'sys_id', '=', id)).length > 0,
    ...(list ? { list: list.text.includes(mark) } : {}),
  } as Readonly<Record<string, boolean>>
}
