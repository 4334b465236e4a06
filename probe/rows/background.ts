import { finds, unknown } from '../finding.ts'
import { summary, type Row } from '../instance-client.ts'
import { makeIncident, makePerson, type Bench, type Probe } from '../probe.ts'

const WHO = `gs.getUserName() + ' in ' + gs.getCurrentScopeName()`

const makeJob = ({ ledger, mark, app = '' }: Bench, runAs: string, script: string): Promise<Row> =>
  ledger.make('sysauto_script', {
    name: `${mark}_job`,
    active: 'true',
    run_type: 'on_demand',
    run_as: runAs,
    sys_scope: app,
    script,
  })

const starts = (job: Row) =>
  `var job = new GlideRecord('sysauto_script'); return { found: job.get('${job['sys_id']}'), started: String(gs.executeNow(job)) };`

/** Asks a route that anybody may call, and does so as nobody. */
const asGuest = { isOpen: true, as: 'nobody' } as const

const ourUserName = ({ room }: Bench) => room.facts<string>(`return String(gs.getUserName());`)
const ourUserId = ({ room }: Bench) => room.facts<string>(`return String(gs.getUserID());`)

export const background: readonly Probe[] = [
  {
    row: 29,
    makes: 'an event, its script action and a route',
    ask: async (bench) => {
      const { ledger, mark, room } = bench
      await ledger.make('sysevent_register', { event_name: `${mark}.event`, suffix: 'event' })
      await ledger.make('sysevent_script_action', {
        name: `${mark}_action`,
        event_name: `${mark}.event`,
        active: 'true',
        script: `gs.info('${mark} event of ' + gs.getUserName());`,
      })
      await room.facts(`gs.eventQueue('${mark}.event', null, '', ''); gs.info('${mark} queued'); return true;`)
      const logged = await bench.untilLogged(`${mark} event of`)
      const us = await ourUserName(bench)
      return [finds(logged?.includes(`event of ${us}`) === true, logged ?? 'the script action did not run')]
    },
  },
  {
    row: 36,
    makes: 'two async rules of the application on sys_attachment, and an incident with a file',
    needsApp: true,
    ask: async (bench) => {
      const { client, ledger, mark, app = '' } = bench
      for (const kind of ['insert', 'delete'])
        await ledger.make('sys_script', {
          name: `${mark}_file_${kind}`,
          collection: 'sys_attachment',
          when: 'async_always',
          active: 'true',
          advanced: 'true',
          [`action_${kind}`]: 'true',
          filter_condition: `file_name=${mark}.txt`,
          sys_scope: app,
          script: `gs.info('${mark} file ${kind}');`,
        })
      const { sys_id: id } = await makeIncident(bench)
      const path = `/api/now/attachment/file?table_name=incident&table_sys_id=${id}&file_name=${mark}.txt`
      const answer = await client.call('POST', path, { body: 'accord probe' })
      const file = (answer.json as { result?: Row } | undefined)?.result
      if (!file?.['sys_id']) return [unknown(`no file was taken: ${summary(answer)}`)]
      const added = await bench.untilLogged(`${mark} file insert`)
      await client.call('DELETE', `/api/now/attachment/${file['sys_id']}`)
      const removed = await bench.untilLogged(`${mark} file delete`)
      return [
        finds(added !== undefined, added ?? 'no rule ran for a file that was attached'),
        finds(removed !== undefined, removed ?? 'no rule ran for a file that was removed'),
      ]
    },
  },
  {
    row: 37,
    makes: 'a property of the application and an open route',
    needsApp: true,
    ask: async ({ client, ledger, room, scope, app = '', mark }) => {
      const name = `${scope}.${mark}`
      const property = await ledger.make('sys_properties', {
        name,
        suffix: mark,
        type: 'string',
        value: 'before',
        sys_scope: app,
      })
      const seen = await room.inApp<{ loggedIn: boolean }>(
        `gs.setProperty('${name}', 'written by a guest'); return { loggedIn: Boolean(gs.getSession().isLoggedIn()) };`,
        asGuest,
      )
      const [row] = await client.rows('sys_properties', `sys_id=${property['sys_id']}`)
      return [finds(row?.['value'] === 'written by a guest', { ...seen, value: row?.['value'] })]
    },
  },
  {
    row: 38,
    makes: 'a job of the application, which logs who it is, and an open route that starts it',
    needsApp: true,
    ask: async (bench) => {
      const { room, mark } = bench
      const job = await makeJob(bench, await ourUserId(bench), `gs.info('${mark} job of ' + ${WHO});`)
      const started = await room.inApp(starts(job), asGuest)
      const logged = await bench.untilLogged(`${mark} job of`)
      const us = await ourUserName(bench)
      return [finds(logged?.includes(`job of ${us} in`) === true, { started, logged: logged ?? 'it did not run' })]
    },
  },
  {
    row: 39,
    makes: 'a user who is not active, a job of the application that runs as this user, and a route that starts it',
    needsApp: true,
    ask: async (bench) => {
      const { room, mark } = bench
      const person = await makePerson(bench, [], { active: 'false' })
      const job = await makeJob(bench, person.sysId, `gs.info('${mark} job of ' + ${WHO});`)
      await room.inApp(starts(job))
      const logged = await bench.untilLogged(`${mark} job of`)
      return [finds(logged?.includes(`job of ${person.user}`) !== true, logged ?? 'it did not run')]
    },
  },
  {
    row: 55,
    makes: 'a job and an async rule of the application, routes, a user without roles and an incident of that user',
    needsApp: true,
    ask: async (bench) => {
      const { client, ledger, room, mark, app = '' } = bench
      const pong = client.url + (await room.route(`response.setStatus(204);`, { isOpen: true }))
      const calls = `var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('GET'); m.setEndpoint('${pong}');`
      const script = `${calls} gs.info('${mark} woken: ' + m.execute().getStatusCode() + ' as ' + ${WHO});`
      const job = await makeJob(bench, '', script)
      await ledger.make('sys_script', {
        name: `${mark}_wakes`,
        collection: 'incident',
        when: 'async_always',
        active: 'true',
        advanced: 'true',
        action_insert: 'true',
        filter_condition: `short_description=${mark}`,
        sys_scope: app,
        script: `(function () { ${starts(job)} })();`,
      })
      const person = await makePerson(bench, [])
      const id = crypto.randomUUID().replaceAll('-', '')
      ledger.adopt('incident', id)
      await room.facts(
        `var row = new GlideRecord('incident'); row.initialize(); row.setNewGuidValue('${id}');
         row.setValue('short_description', '${mark}'); return String(row.insert());`,
        { as: person },
      )
      const logged = await bench.untilLogged(`${mark} woken`)
      return [finds(logged?.includes('woken: 204') === true, logged ?? 'the job did not run')]
    },
  },
]
