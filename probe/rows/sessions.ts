import { finds, unknown } from '../finding.ts'
import type { Answer } from '../instance-client.ts'
import type { Probe } from '../probe.ts'

const ASKED = 14
const BUSY_MS = 1_500
const WAITING = 10

interface Span {
  readonly began: number
  readonly ended: number
}

/** How many of these ran beside each other at most. */
const atOnce = (spans: readonly Span[]): number =>
  Math.max(0, ...spans.map(({ began }) => spans.filter((other) => other.began <= began && began < other.ended).length))

const cookiesOf = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')

export const sessions: readonly Probe[] = [
  {
    row: 60,
    makes: 'an open route that tells which session it is in',
    ask: async ({ client, room }) => {
      const path = await room.route(
        `response.setHeader('Cache-Control', 'no-store'); ({ id: String(gs.getSessionID()) });`,
        { isOpen: true },
      )
      const call = (cookie: string) =>
        client.call('GET', path, { as: 'nobody', headers: cookie === '' ? {} : { cookie } })
      const sessionIn = (answer: Answer) => (answer.json as { result?: { id?: string } } | undefined)?.result?.id
      const first = await call('')
      const cookies = cookiesOf(first)
      const second = await call(cookies)
      const over = await call(cookies.replaceAll(/=[^;]*/gu, '=0123456789ABCDEF0123456789ABCDEF'))
      if (cookies === '') return [finds(false, 'an answer without cookies')]
      return [
        finds(second.status === 200 && sessionIn(first) === sessionIn(second), {
          statuses: [first.status, second.status],
          isSame: sessionIn(first) === sessionIn(second),
        }),
        finds(over.status === 200 && cookiesOf(over) !== '', {
          withCookiesThatAreOver: over.status,
          isGivenNewOnes: cookiesOf(over) !== '',
        }),
      ]
    },
  },
  {
    row: 64,
    makes: 'nothing',
    ask: async ({ client }) => {
      const page = await client.call('GET', '/login.do', { as: 'nobody', headers: { accept: 'text/html' } })
      const server = page.headers.get('server') ?? ''
      return [
        finds(/snow_adc|servicenow/iu.test(server), `Server: ${server}`),
        unknown('how a caller is answered who is blocked only a rule shows'),
      ]
    },
  },
  {
    row: 73,
    makes: 'a route that is busy for a second and a half; signs in as a person, who calls it fourteen times at once',
    ask: async ({ room, visitor }) => {
      const person = await visitor()
      if (!person) return [unknown('a session of a browser takes a password and no second factor')]
      const path = await room.route(
        `var began = new Date().getTime();
         while (new Date().getTime() < began + ${BUSY_MS}) {}
         ({ began: began, ended: new Date().getTime() });`,
      )
      const answers = await Promise.all(Array.from({ length: ASKED }, () => person.get(path)))
      const dropped = answers.filter(({ status }) => status === 202)
      const spans = answers.flatMap(({ json }) => (json as { result?: Span } | undefined)?.result ?? [])
      const statuses = answers.map(({ status }) => status).toSorted()
      return [
        finds(atOnce(spans) >= 1 && atOnce(spans) <= 2, { atOnce: atOnce(spans), served: spans.length }),
        finds(dropped.length === ASKED - WAITING - atOnce(spans), { statuses }),
        finds(dropped.length > 0 && dropped.every(({ text }) => text === ''), {
          droppedWith: dropped.map(({ text }) => text),
        }),
      ]
    },
  },
]
