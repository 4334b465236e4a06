import { finds, unknown } from '../finding.ts'
import { rowsWith } from '../ledger.ts'
import { makeIncident, makePerson, type Probe } from '../probe.ts'

const WRITTEN = ['short_description', 'description', 'assignment_group', 'close_notes', 'number'] as const

export const rights: readonly Probe[] = [
  {
    row: 44,
    makes: 'a user without roles, an incident of this user and a route',
    ask: async (bench) => {
      const person = await makePerson(bench, [])
      const { sys_id: id } = await makeIncident(bench, { caller_id: person.sysId })
      const seen = await bench.room.facts<{
        canRead: boolean
        may: Record<string, boolean>
        did: Record<string, boolean>
        touched: string[]
      }>(
        `var names = ${JSON.stringify(WRITTEN)}, row = new GlideRecordSecure('incident'), may = {}, did = {};
         var before = new GlideRecord('incident');
         if (!row.get('${id}') || !before.get('${id}')) return { canRead: false, may: may, did: did, touched: [] };
         for (var i = 0; i < names.length; i++) {
           may[names[i]] = Boolean(row.getElement(names[i]).canWrite());
           row.setValue(names[i], '${bench.mark.slice(-20)}');
         }
         row.update();
         var again = new GlideRecord('incident');
         again.get('${id}');
         for (var j = 0; j < names.length; j++) did[names[j]] = String(again.getValue(names[j])) === '${bench.mark.slice(-20)}';
         var fields = again.getElements(), touched = [];
         for (var k = 0; k < fields.length; k++) {
           var name = String(fields[k].getName()), now = again.getValue(name);
           if (names.indexOf(name) < 0 && before.getValue(name) && !now) touched.push(name);
         }
         return { canRead: true, may: may, did: did, touched: touched };`,
        { as: person },
      )
      if (!seen.canRead) return [unknown('the user may not read an incident of its own here')]
      const differ = WRITTEN.filter((name) => seen.may[name] !== seen.did[name])
      return [
        finds(differ.length === 0, { ...seen, differ }),
        finds(seen.touched.length === 0, { emptied: seen.touched }),
      ]
    },
  },
  {
    row: 45,
    makes: 'nothing',
    needsApp: true,
    ask: async ({ client, app = '' }) => {
      const privileges = await rowsWith(client, 'sys_scope_privilege', 'source_scope', '=', app)
      const shut = privileges.filter(({ status }) => status !== 'allowed')
      if (privileges.length === 0) return [finds(false, 'the package has brought no cross-scope privilege')]
      const named = shut.map(({ target_name: name, operation, status }) => `${name} ${operation}: ${status}`)
      return [
        finds(shut.length === 0, { allowed: privileges.length - shut.length, other: named }),
        unknown('which others are asked for shows after the first calls of sync: look at Cross scope privileges then'),
      ]
    },
  },
  {
    row: 78,
    makes: 'nothing',
    needsApp: true,
    ask: async ({ client, scope }) => {
      const brought = await client.rows('clone_data_exclude', `name=${scope}_node`)
      return [
        finds(brought.length > 0, { recordsOfExcludeTables: brought.length }),
        unknown('that a clone leaves the pairing behind shows in a clone: look at Set-up of the copy'),
      ]
    },
  },
  {
    row: 47,
    makes: 'a route of the application, and by it a user with a role',
    needsApp: true,
    ask: async ({ client, ledger, room, mark }) => {
      const id = crypto.randomUUID().replaceAll('-', '')
      ledger.adopt('sys_user', id)
      const [role] = await client.rows('sys_user_role', 'name=itil')
      if (!role) return [unknown('this instance has no role itil')]
      const seen = await room.inApp<{ user: string; held: string }>(
        `var user = new GlideRecordSecure('sys_user');
         user.initialize();
         user.setNewGuidValue('${id}');
         user.setValue('user_name', '${mark}_made');
         user.setValue('active', false);
         var made = user.insert();
         var held = new GlideRecordSecure('sys_user_has_role');
         held.initialize();
         held.setValue('user', '${id}');
         held.setValue('role', '${role['sys_id']}');
         return { user: String(made), held: String(held.insert()) };`,
      )
      const holds = await client.rows('sys_user_has_role', `user=${id}^role=${role['sys_id']}`)
      return [finds(seen.user === id, seen), finds(holds.length === 1, { held: seen.held, rows: holds.length })]
    },
  },
]
