import { createHmac } from 'node:crypto'
import { finds } from '../finding.ts'
import type { Probe } from '../probe.ts'

const KEY = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')
const DATA = 'v1.1764400000.{"kind":"ping","text":"~ASCII only"}'
const SECRET = 'accord probe, plain'
const DRAWS = 64
const DRAWN_CHARS = 32

export const encryption: readonly Probe[] = [
  {
    row: 2,
    makes: 'a route of the application',
    needsApp: true,
    ask: async ({ room }) => {
      const mac = await room.inApp<string>(
        `return new CertificateEncryption().generateMac('${KEY}', 'HmacSHA256', ${JSON.stringify(DATA)});`,
      )
      const ours = createHmac('sha256', Buffer.from(KEY, 'base64')).update(DATA).digest('base64')
      return [finds(mac === ours, { mac, ours })]
    },
  },
  {
    row: 4,
    makes: 'a route of the application, and for its duration a row of the node table that is not paired',
    needsApp: true,
    ask: async ({ room, scope }) => {
      const seen = await room.inApp<{ raw: string; plain: string }>(
        `var row = new GlideRecord('${scope}_node');
         row.initialize();
         row.setValue('pairing_state', 'accord_probe');
         row.getElement('token').setDisplayValue('${SECRET}');
         var id = row.insert();
         try {
           var again = new GlideRecord('${scope}_node');
           again.get(id);
           return { raw: String(again.getValue('token')), plain: String(again.getElement('token').getDecryptedValue()) };
         } finally { row.get(id) && row.deleteRecord(); }`,
      )
      return [finds(seen.plain === SECRET && seen.raw !== SECRET && seen.raw !== '', seen)]
    },
  },
  {
    row: 5,
    makes: 'a route of the application',
    needsApp: true,
    ask: async ({ room }) => {
      const drawn = await room.inApp<readonly string[]>(
        `var drawn = [];
         for (var i = 0; i < ${DRAWS}; i++) drawn.push(String(GlideSecureRandomUtil.getSecureRandomString(${DRAWN_CHARS})));
         return drawn;`,
      )
      const alphabet = new Set(drawn.join('')).size
      const isWhole = drawn.every((text) => text.length === DRAWN_CHARS) && new Set(drawn).size === DRAWS
      // 32 characters of an alphabet of 32 are 160 bits.
      return [finds(isWhole && alphabet >= 32, { different: new Set(drawn).size, alphabet })]
    },
  },
  {
    row: 19,
    makes: 'a route and a property of type password2',
    ask: async ({ room, ledger, mark }) => {
      const property = await ledger.make('sys_properties', { name: `${mark}.secret`, type: 'password2' })
      const seen = await room.facts<{ raw: string; read: string }>(
        `gs.setProperty('${mark}.secret', '${SECRET}');
         var row = new GlideRecord('sys_properties');
         row.get('${property['sys_id']}');
         return { raw: String(row.getValue('value')), read: String(gs.getProperty('${mark}.secret')) };`,
      )
      return [finds(seen.raw !== SECRET && seen.raw !== '' && seen.raw !== 'null', seen)]
    },
  },
]
