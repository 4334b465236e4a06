import { finds, unknown } from '../finding.ts'
import { rowsWith } from '../ledger.ts'
import { makeIncident, until, type Probe } from '../probe.ts'

const PLAN_CHARS = 4_000_000
const HELD_OPEN_MS = 6_000

/** What is said of times in UTC shows nothing where the session's zone is UTC, too. */
const ZONE = `var zone = gs.getSession().getTimeZoneName(), offset = Number(new GlideDateTime().getTZOffset());`
const NO_ZONE = 'the zone of this user is UTC: give the user or the instance another one and ask again'

const SCRIPTED = `
  var v = 'javascript:gs.getUserID()', me = gs.getUserID(), found = {};
  function runs(name, ask) { try { found[name] = ask(); } catch (e) { found[name] = 'threw ' + e; } }
  function isMe(users) { var only = users.getRowCount() === 1; return only && users.next() && users.getUniqueValue() === me; }
  function encoded(text) { var users = new GlideRecord('sys_user'); users.addEncodedQuery('sys_id=' + text); users.query(); return isMe(users); }
  runs('addEncodedQuery', function () { return encoded(v); });
  runs('addEncodedQuery, blank before', function () { return encoded(' ' + v); });
  runs('addEncodedQuery, capitals', function () { return encoded('JavaScript:gs.getUserID()'); });
  runs('addQuery', function () { var users = new GlideRecord('sys_user'); users.addQuery('sys_id', v); users.query(); return isMe(users); });
  runs('get', function () { var users = new GlideRecord('sys_user'); return users.get('sys_id', v) && users.getUniqueValue() === me; });`

export const records: readonly Probe[] = [
  {
    row: 16,
    makes: 'a route of the application, and for its duration a nonce',
    needsApp: true,
    ask: async ({ room, scope, mark }) => {
      const seen = await room.inApp<{ first: string | null; second: string | null; count: number }>(
        `var ids = [];
         for (var i = 0; i < 2; i++) {
           var row = new GlideRecord('${scope}_nonce');
           row.initialize();
           row.setValue('nonce', '${mark}');
           ids.push(row.insert() || null);
         }
         var all = new GlideRecord('${scope}_nonce');
         all.addQuery('nonce', '${mark}');
         all.query();
         var count = all.getRowCount();
         while (all.next()) all.deleteRecord();
         return { first: ids[0], second: ids[1], count: count };`,
      )
      return [finds(Boolean(seen.first) && seen.second === null && seen.count === 1, seen)]
    },
  },
  {
    row: 17,
    makes: 'a route that keeps an incident for six seconds',
    ask: async ({ client, room, ledger, mark, brokenOff }) => {
      const id = crypto.randomUUID().replaceAll('-', '')
      ledger.adopt('incident', id)
      let isOver = false
      const writing = room
        .facts<string>(
          `var row = new GlideRecord('incident');
           row.initialize();
           row.setNewGuidValue('${id}');
           row.setValue('short_description', '${mark}');
           var made = row.insert();
           var until = new Date().getTime() + ${HELD_OPEN_MS}; while (new Date().getTime() < until) {}
           return String(made);`,
        )
        .finally(() => (isOver = true))
      const seen = await until(
        async () => {
          const [row] = await rowsWith(client, 'incident', 'sys_id', '=', id)
          return row || isOver ? { isThere: Boolean(row), whileItRan: !isOver } : undefined
        },
        HELD_OPEN_MS * 5,
        brokenOff,
      )
      await writing
      return [finds(seen?.isThere === true && seen.whileItRan, seen ?? 'never seen')]
    },
  },
  {
    row: 18,
    makes: 'a route',
    ask: async ({ room }) => {
      const seen = await room.facts<{ text: string; equals: boolean; differs: boolean }>(
        `var user = new GlideRecord('sys_user');
         user.get(gs.getUserID());
         return { text: user.active + '', equals: user.active == true, differs: user.active == false };`,
      )
      return [finds(seen.text === 'true' && seen.equals && !seen.differs, seen)]
    },
  },
  {
    row: 43,
    makes: 'a route and an incident',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const seen = await bench.room.facts<{ zone: string; offset: number; inUtc: number; inZone: number }>(
        `${ZONE}
         var row = new GlideRecord('incident');
         row.get('${id}');
         var at = new GlideDateTime(row.getValue('sys_created_on')).getNumericValue();
         function textOf(ms) { var time = new GlideDateTime(); time.setNumericValue(ms); return time.getValue(); }
         function count(ms) {
           var rows = new GlideRecord('incident');
           rows.addEncodedQuery('sys_id=${id}^sys_created_on>=' + textOf(ms - 60000) + '^sys_created_on<=' + textOf(ms + 60000));
           rows.query();
           return rows.getRowCount();
         }
         return { zone: zone, offset: offset, inUtc: count(at), inZone: count(at + offset) };`,
      )
      return [seen.offset === 0 ? unknown(NO_ZONE) : finds(seen.inUtc === 1 && seen.inZone === 0, seen)]
    },
  },
  {
    row: 49,
    makes: 'a route of the application, and for its duration a plan that nobody applies',
    needsApp: true,
    ask: async ({ room, scope, mark }) => {
      const seen = await room.inApp<{ length: number }>(
        `var text = 'x';
         while (text.length < ${PLAN_CHARS}) text += text;
         text = text.slice(0, ${PLAN_CHARS});
         var row = new GlideRecord('${scope}_write_plan');
         row.initialize();
         row.setValue('plan_id', '${mark}');
         row.setValue('state', 'accord_probe');
         row.setValue('plan', text);
         var id = row.insert();
         try {
           var again = new GlideRecord('${scope}_write_plan');
           again.get(id);
           return { length: String(again.getValue('plan')).length };
         } finally { row.get(id) && row.deleteRecord(); }`,
      )
      return [finds(seen.length === PLAN_CHARS, seen)]
    },
  },
  {
    row: 50,
    makes: 'a route and an incident',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const seen = await bench.room.facts<Readonly<Record<string, boolean | string>>>(
        `${SCRIPTED}
         var row = new GlideRecord('incident');
         row.get('${id}');
         row.setValue('description', v);
         row.update();
         row.get('${id}');
         found.setValue = row.getValue('description') !== v;
         return found;`,
      )
      const { setValue, ...queries } = seen
      return [finds(setValue === false && Object.values(queries).every((runs) => runs === true), seen)]
    },
  },
  {
    row: 56,
    makes: 'a route and an incident',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const seen = await bench.room.facts<{ offset: number; at: string; found: number; counts: number[] }>(
        `${ZONE}
         var row = new GlideRecord('incident'), counts = [];
         for (var i = 0; i < 2; i++) {
           row.get('${id}');
           counts.push(Number(row.getValue('sys_mod_count')));
           row.setValue('description', 'written ' + i);
           row.update();
         }
         row.get('${id}');
         counts.push(Number(row.getValue('sys_mod_count')));
         var at = row.getValue('sys_updated_on'), rows = new GlideRecord('incident');
         rows.addQuery('sys_id', '${id}');
         rows.addQuery('sys_updated_on', '>=', at);
         rows.addQuery('sys_updated_on', '<=', at);
         rows.query();
         return { zone: zone, offset: offset, at: at, found: rows.getRowCount(), counts: counts };`,
      )
      const [first = 0, second = 0, third = 0] = seen.counts
      const isNow = Math.abs(Date.parse(`${seen.at.replace(' ', 'T')}Z`) - Date.now()) < 20 * 60_000
      const grows = finds(first < second && second < third, { counts: seen.counts })
      return [grows, seen.offset === 0 ? unknown(NO_ZONE) : finds(isNow && seen.found === 1, seen)]
    },
  },
]
