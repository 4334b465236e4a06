import { createHash } from 'node:crypto'
import { finds, unknown } from '../finding.ts'
import { summary, type Row } from '../instance-client.ts'
import { makeIncident, type Probe } from '../probe.ts'

const TYPES = { short_description: 'string', caller_id: 'reference', priority: 'integer', opened_at: 'glide_date_time' }
const FILE = 'accord probe\n'
const QUERIES = [
  'stateIN1,2^priority=5',
  'state=7^ORstate=1',
  'state=7^ORstate=1^priority=1',
  'state=7^NQstate=1',
  'state=7^NQstate=1^priority=1',
  'state=1^priority=5^NQstate=7',
  'state=7^ORpriority=5^NQstate=8',
] as const

export const fields: readonly Probe[] = [
  {
    row: 40,
    makes: 'a route of the application',
    needsApp: true,
    ask: async ({ room }) => {
      const seen = await room.inApp<Readonly<Record<string, string>>>(
        `var row = new GlideRecord('incident'), types = {}, names = ${JSON.stringify(Object.keys(TYPES))};
         row.initialize();
         for (var i = 0; i < names.length; i++) types[names[i]] = String(row.getElement(names[i]).getED().getInternalType());
         return types;`,
      )
      return [
        finds(
          Object.entries(TYPES).every(([name, type]) => seen[name] === type),
          seen,
        ),
      ]
    },
  },
  {
    row: 41,
    makes: 'a route of the application',
    needsApp: true,
    ask: async ({ client, room }) => {
      const query = 'name=incident^element=state^language=en^inactive=false^valueISNOTEMPTY'
      const choices = await client.rows('sys_choice', query)
      const [some] = choices
      if (!some) return [unknown('this instance has no choices of incident.state in English')]
      const seen = await room.inApp<{ count: number; label: string }>(
        `var row = new GlideRecord('incident');
         row.initialize();
         row.setValue('state', '${some['value']}');
         return { count: row.getElement('state').getChoices().length, label: String(row.getDisplayValue('state')) };`,
      )
      return [
        finds(seen.count >= choices.length && seen.label === some['label'], { seen, choices: choices.length, some }),
      ]
    },
  },
  {
    row: 42,
    makes: 'a route and an incident',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench, { state: '1', impact: '3', urgency: '3' })
      const seen = await bench.room.facts<readonly { query: string; checked: boolean; found: boolean }[]>(
        `var row = new GlideRecord('incident'), all = [], queries = ${JSON.stringify(QUERIES)};
         row.get('${id}');
         for (var i = 0; i < queries.length; i++) {
           var rows = new GlideRecord('incident');
           rows.addEncodedQuery('sys_id=${id}^' + queries[i].split('^NQ').join('^NQsys_id=${id}^'));
           rows.query();
           all.push({ query: queries[i], checked: Boolean(GlideFilter.checkRecord(row, queries[i])), found: rows.next() });
         }
         return all;`,
      )
      const differ = seen.filter(({ checked, found }) => checked !== found)
      const both = new Set(seen.map(({ found }) => found)).size === 2
      return [both ? finds(differ.length === 0, { asked: seen.length, differ }) : unknown({ allTheSame: seen })]
    },
  },
  {
    row: 46,
    makes: 'an incident with a file',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const name = `${bench.mark}.txt`
      const path = `/api/now/attachment/file?table_name=incident&table_sys_id=${id}&file_name=${name}`
      const answer = await bench.client.call('POST', path, { body: FILE })
      const file = (answer.json as { result?: Row } | undefined)?.result
      if (answer.status !== 201 || !file?.['sys_id']) return [unknown(`no file was taken: ${summary(answer)}`)]
      bench.ledger.adopt('sys_attachment', file['sys_id'])
      const [row] = await bench.client.rows('sys_attachment', `sys_id=${file['sys_id']}`)
      const { hash = '', state = '' } = row ?? {}
      return [
        finds(hash === createHash('sha256').update(FILE).digest('hex'), { hash }),
        finds(['', 'available'].includes(state), { state }),
      ]
    },
  },
  {
    row: 48,
    makes: 'a route and an incident with a comment',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const entry = `accord probe\n\n  <b>&amp; "text"</b> ${'x'.repeat(200)}`
      const seen = await bench.room.facts<readonly string[]>(
        `var row = new GlideRecord('incident'), texts = [];
         row.get('${id}');
         row.comments = ${JSON.stringify(entry)};
         row.update();
         var entries = new GlideRecord('sys_journal_field');
         entries.addQuery('element_id', '${id}');
         entries.query();
         while (entries.next()) texts.push(String(entries.getValue('value')));
         return texts;`,
      )
      const [text = ''] = seen
      return [finds(seen.length === 1 && text.replaceAll('\r\n', '\n').trim() === entry, seen)]
    },
  },
  {
    row: 79,
    makes: 'a route and an incident',
    ask: async (bench) => {
      const { sys_id: id } = await makeIncident(bench)
      const seen = await bench.room.facts<{ title: string }>(
        `var row = new GlideRecord('incident');
         row.get('${id}');
         row.setValue('short_description', 'NULL');
         row.update();
         row.get('${id}');
         return { title: String(row.getValue('short_description') || '') };`,
      )
      return [finds(seen.title === '', seen)]
    },
  },
]
