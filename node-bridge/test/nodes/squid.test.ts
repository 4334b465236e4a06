import { expect, test } from '@jest/globals'

import { createRemoteNodeClient } from '../../src/nodes/remote-node-client.ts'
import { createUrlGuard } from '../../src/network/url-guard.ts'
import { eventually } from '../faults/company/eventually.ts'
import { codeOf } from '../refused.ts'
import { hasSquid, startSquid } from './squid.ts'
import { answering, serve, serveTls } from './stub-server.ts'

/** `.ci/run` installs it where it can; without it tinyproxy shows the same. */
if (!hasSquid) process.stderr.write('Not tried with squid: /usr/sbin/squid is not installed.\n')
const withSquid = hasSquid ? test : test.skip

const PASSWORD = 'pass: ü@/#'

async function get(url: string, { port }: { readonly port: number }, credentials = '') {
  const outboundProxy = `http://${credentials}127.0.0.1:${port}`
  const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [], outboundProxy, noProxy: [] })
  const client = createRemoteNodeClient(guard, 5000)
  return client.send({ method: 'GET', url }).finally(() => client.close())
}

withSquid(
  'squid lets calls with Basic credentials through, plain or by TLS, and each of its refusals has its own name',
  async () => {
    const plain = await serve(answering(200, { plain: true }))
    const secure = await serveTls(answering(200, { secure: true }))
    const squid = await startSquid('acme', PASSWORD)
    const narrow = await startSquid('acme', PASSWORD, 'http_access deny known CONNECT')
    const known = `acme:${encodeURIComponent(PASSWORD)}@`
    try {
      expect((await get(plain.origin, squid, known)).json).toEqual({ plain: true })
      expect(await codeOf(get(secure.origin, squid, known))).toBe('tls_self_signed')
      // A line is written once the tunnel has ended.
      for (const { origin } of [plain, secure])
        await eventually(
          `squid names ${origin}`,
          () => squid.log().includes(`CONNECT ${new URL(origin).host} acme`) || undefined,
        )
      expect(await codeOf(get(plain.origin, squid))).toBe('proxy_unauthorized')
      expect(await codeOf(get(plain.origin, squid, 'acme:wr0ng@'))).toBe('proxy_unauthorized')
      expect(await codeOf(get('https://no-such-host.invalid', squid, known))).toBe('proxy_failed')
      expect(await codeOf(get(plain.origin, narrow, known))).toBe('proxy_forbidden')
    } finally {
      await Promise.all([squid.close(), narrow.close(), plain.close(), secure.close()])
    }
  },
  60_000,
)
