import { finds, unknown } from '../finding.ts'
import { summary } from '../instance-client.ts'
import { rowsWith } from '../ledger.ts'
import { makePerson, type Probe } from '../probe.ts'

const BY_THE_PLATFORM = /does not represent any resource|User Not Authenticated|User Not Authorized/u

/** Characters that an encoding, a normalisation or a trimmed end would change. */
const EXACT_TEXT = ' {"a" : "Grüße, 日本 \u{1f600} e\u0301 \\u00e9"}\r\n\t '
const hexOf = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16)).join(' ')

export const publicRoutes: readonly Probe[] = [
  {
    row: 1,
    makes: 'nothing',
    needsApp: true,
    ask: async ({ client, scope }) => {
      const asked = [
        await client.call('GET', `/api/${scope}/v1/discovery`, { as: 'nobody' }),
        await client.call('POST', `/api/${scope}/v1/events`, { as: 'nobody', body: {} }),
      ]
      // Our own refusals are problem documents; the platform's are not.
      return asked.map((answer) =>
        finds(!BY_THE_PLATFORM.test(answer.text) && /"result"/u.test(answer.text), summary(answer)),
      )
    },
  },
  {
    row: 3,
    makes: 'a route',
    ask: async ({ room }) => {
      const seen = await room.facts<string>(
        `var s = request.body.dataString, codes = [];
         for (var i = 0; i < s.length; i++) codes.push(s.charCodeAt(i).toString(16));
         return codes.join(' ');`,
        { method: 'POST', body: EXACT_TEXT },
      )
      return [finds(seen === hexOf(EXACT_TEXT), seen)]
    },
  },
  {
    row: 21,
    makes: 'a route that throws',
    ask: async ({ client, room }) => {
      const answer = await client.call('GET', await room.route(`throw new Error('accord probe')`))
      const { error } = (answer.json ?? {}) as { error?: unknown }
      return [finds(answer.status === 500 && typeof error === 'object', summary(answer))]
    },
  },
  {
    row: 24,
    makes: 'a route without a body',
    ask: async ({ client, room }) => {
      const answer = await client.call('GET', await room.route(`({ probed: 24 })`))
      const { result } = (answer.json ?? {}) as { result?: { probed?: unknown } }
      return [finds(answer.status === 200 && result?.probed === 24, summary(answer))]
    },
  },
  {
    row: 25,
    makes: 'two routes and a user with the role snc_external',
    ask: async (bench) => {
      const { client, room } = bench
      const person = await makePerson(bench, ['snc_external'])
      const [internal] = await client.rows('sys_user_role', 'name=snc_internal')
      for (const held of await rowsWith(client, 'sys_user_has_role', 'user', '=', person.sysId))
        if (held['role'] === internal?.['sys_id'])
          await client.call('DELETE', `/api/now/table/sys_user_has_role/${held['sys_id']}`)
      const open = await client.call('GET', await room.route(`({})`), { as: person })
      if (open.status !== 200) return [unknown(`the user cannot call anything at all: ${summary(open)}`)]
      const shut = await client.call('GET', await room.route(`({})`, { requiresInternal: true }), { as: person })
      return [finds(shut.status === 401 || shut.status === 403, summary(shut))]
    },
  },
]
