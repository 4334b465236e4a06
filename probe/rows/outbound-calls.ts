import { finds, unknown } from '../finding.ts'
import { rowsWith } from '../ledger.ts'
import { until, type Bench, type Probe } from '../probe.ts'

const PING = `response.setContentType('text/plain'); response.getStreamWriter().writeString('accord probe pong');`
const ECHO = `(function (request, response) {
  response.setContentType('text/plain'); response.getStreamWriter().writeString(request.body.dataString);
})(request, response);`
const busyFor = (ms: number) => `var until = new Date().getTime() + ${ms}; while (new Date().getTime() < until) {}`

/** The script of one call, as our application makes it; `more` says what is special. */
const callOf = (method: string, url: string, more = '') => `
  var m = new sn_ws.RESTMessageV2(), seen = {}, began = new Date().getTime();
  m.setHttpMethod('${method}');
  m.setEndpoint('${url}');
  ${more}
  try {
    var r = m.execute();
    seen.status = Number(r.getStatusCode());
    seen.haveError = Boolean(r.haveError());
    seen.message = String(r.getErrorMessage() || '');
    seen.body = String(r.getBody() || '').slice(0, 3000);
  } catch (e) { seen.threw = String(e); }
  seen.ms = new Date().getTime() - began;`

interface Called {
  readonly status?: number
  readonly haveError?: boolean
  readonly message?: string
  readonly body?: string
  readonly threw?: string
  readonly ms: number
}

/** The instance calls itself, which is a call to the world like any other. */
const toItself = async ({ client, room }: Bench, script: string, method: 'GET' | 'POST' = 'GET') =>
  client.url + (await room.route(script, { isOpen: true, method }))

const SLOW_MS = 8_000
const GIVEN_MS = 2_000

export const outboundCalls: readonly Probe[] = [
  {
    row: 7,
    makes: 'three routes, two of them open: the instance calls itself, once slowly',
    ask: async (bench) => {
      const { room } = bench
      const quick = await room.facts<Called>(`${callOf('GET', await toItself(bench, PING))} return seen;`)
      const slow = await room.facts<Called>(
        `${callOf('GET', await toItself(bench, busyFor(SLOW_MS)), `m.setHttpTimeout(${GIVEN_MS});`)} return seen;`,
      )
      return [
        finds(quick.status === 200 && quick.body === 'accord probe pong', { withoutMidServer: quick }),
        finds(slow.status !== 200 && slow.ms < SLOW_MS, { timeoutMs: GIVEN_MS, slow }),
      ]
    },
  },
  {
    row: 9,
    makes: 'an open route',
    ask: async ({ client, room }) => {
      const path = await room.route(PING, { isOpen: true })
      const uri = await room.facts<string>(`return String(gs.getProperty('glide.servlet.uri') || '');`)
      const reached = await fetch(uri.replace(/\/$/u, '') + path, { signal: AbortSignal.timeout(30_000) }).then(
        (answer) => answer.text(),
        (error: unknown) => String(error),
      )
      return [finds(reached === 'accord probe pong', { uri, asked: client.url, reached: reached.slice(0, 200) })]
    },
  },
  {
    row: 20,
    makes: 'two routes: calls to a name that nobody has and to a closed port',
    ask: async ({ room }) => {
      const findings = []
      for (const url of ['https://accord-probe.invalid/', 'http://127.0.0.1:9/']) {
        const seen = await room.facts<Called>(`${callOf('GET', url, 'm.setHttpTimeout(5000);')} return seen;`)
        findings.push(finds(seen.status === 0 && seen.haveError === true && seen.message !== '', { url, seen }))
      }
      return findings
    },
  },
  {
    row: 31,
    makes: 'two routes, one of them open: the instance calls itself',
    ask: async (bench) => {
      const url = await toItself(bench, ECHO, 'POST')
      const sent = '{"a":"${x} and ${gs.getUserName()}"}'
      const withBody = (more: string) => `${more} m.setRequestBody(${JSON.stringify(sent)});`
      const seen = await bench.room.facts<{ without?: Called; disabled?: Called }>(
        `${callOf('POST', url, withBody(''))} var without = seen;
         ${callOf('POST', url, withBody('m.disableForcedVariableSubstitution();'))}
         return { without: without, disabled: seen };`,
      )
      return [finds(seen.disabled?.body === sent, seen)]
    },
  },
  {
    row: 32,
    makes: 'three routes, two of them open: the instance calls itself and is sent on',
    ask: async (bench) => {
      const target = await toItself(bench, PING)
      const sendsOn = await toItself(bench, `response.setStatus(302); response.setHeader('Location', '${target}');`)
      const asked = (name: string, how: string) => `
        if (typeof new sn_ws.RESTMessageV2().${name} === 'function') {
          ${callOf('GET', sendsOn, `try { m.${how}; } catch (e) { seen.refused = String(e); }`)} all.${name} = seen;
        }`
      const seen = await bench.room.facts<Readonly<Record<string, Called>>>(
        `var all = {};
         ${asked('setAllowedRedirectURIs', 'setAllowedRedirectURIs([])')}
         ${asked('setFollowRedirect', 'setFollowRedirect(false)')}
         ${callOf('GET', sendsOn)} all.bare = seen; return all;`,
      )
      const { bare, ...kept } = seen
      const stays = (called: Called | undefined) =>
        called?.status === 302 || (called?.body ?? '') !== 'accord probe pong'
      return [finds(stays(bare) || Object.values(kept).some(stays), seen)]
    },
  },
  {
    row: 33,
    makes: 'two routes, one of them open: the instance calls itself and logs it whole',
    ask: async (bench) => {
      const { client, room, mark, timeoutMs, brokenOff } = bench
      const path = await room.route(ECHO, { isOpen: true, method: 'POST' })
      const tail = `behind_${mark}`
      const more = `m.setLogLevel('all'); m.disableForcedVariableSubstitution();
        var body = ''; for (var i = 0; i < 1000; i++) body += ' '; body += '{"a":"${tail}"}'; m.setRequestBody(body);`
      const seen = await room.facts<Called>(`${callOf('POST', client.url + path, more)} return seen;`)
      const taken = finds(seen.body === `${' '.repeat(1000)}{"a":"${tail}"}`, { ...seen, body: seen.body?.trim() })
      const logged = await until(
        async () => {
          // Its columns stand in no document: the name differs from release to release.
          for (const field of ['path', 'url_path', 'url']) {
            const [line] = await rowsWith(client, 'sys_outbound_http_log', field, 'LIKE', path)
            if (line) return line
          }
          return undefined
        },
        Math.min(timeoutMs, 15_000),
        brokenOff,
      )
      if (!logged) return [taken, unknown('no line of the outbound log')]
      const holds = Object.entries(logged).filter(([, value]) => String(value).includes(tail))
      return [
        taken,
        finds(holds.length === 0, { fieldsWithTheSecret: holds.map(([name]) => name), level: logged['log_level'] }),
      ]
    },
  },
]
