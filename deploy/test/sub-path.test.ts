import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CONSOLE_TOKEN_HEADER } from '@accord/shared/protocol'

import { freePort } from '../../node-bridge/test/postgres.ts'
import { accept, type Company, initiate, startCompany, untilState } from '../../node-bridge/test/stories/company.ts'
import { PATH_FORMS, startPathProxy } from './path-proxy.ts'
import type { RealNginx } from './real-nginx.ts'

describe.each(PATH_FORMS)('a node at http://host/accord, behind the real nginx with the path %s', (form) => {
  let acme: Company
  let globex: Company
  let nginx: RealNginx | undefined
  let base: string

  beforeAll(async () => {
    const ports = { proxy: await freePort(), node: await freePort(), admin: await freePort() }
    base = `http://127.0.0.1:${ports.proxy}/accord`
    nginx = await startPathProxy(form, ports)
    const settings = {
      ACCORD_PORT: String(ports.node),
      ACCORD_ADMIN_PORT: String(ports.admin),
      ACCORD_PUBLIC_URL: base,
      ACCORD_CONSOLE_URL: base,
    }
    acme = await startCompany('Acme', undefined, undefined, { settings })
    globex = await startCompany('Globex')
  }, 60_000)
  afterAll(async () => {
    await acme.close()
    await globex.close()
    await nginx?.stop()
  })

  test('both sides may begin: discovery, redeem, confirm and contact go through the path', async () => {
    const out = await initiate(acme, { destinationUrl: globex.proxy.url })
    const taken = await accept(globex, out.code)
    await untilState(acme, out.connection.id, 'active')
    const inwards = await initiate(globex, { destinationUrl: base, localShortName: 'Globex', remoteShortName: 'Acme' })
    expect(inwards.connection.remote.name).toBe('Acme')
    await accept(acme, inwards.code)
    await untilState(globex, inwards.connection.id, 'active')
    // A call of the peer to us and one of ours to it, each signed for the address with its path.
    await globex.client.call('deactivateConnection', {
      params: { connectionId: taken.id },
      body: { actor: 'beth' },
    })
    await untilState(acme, out.connection.id, 'deactivated_by_peer')
  })

  test('discovery, the contract, the pairing code and the set-up link name the address with its path', async () => {
    const document = (await (await fetch(`${base}/.well-known/accord-node`)).json()) as { node: { baseUrl: string } }
    expect(document.node.baseUrl).toBe(base)
    const contract = (await (await fetch(`${base}/openapi.json`)).json()) as { servers: object }
    expect(contract.servers).toEqual([{ url: base }])
    expect((await acme.bridge.services.pairing.issueCode()).pairingCode).toMatch(`${base}#pair=`)
    expect((await acme.bridge.services.console.issueFirstLink())?.url).toContain(`${base}/console/#`)
  })

  test('redirects stay below the path, and what the page loads is named beside it', async () => {
    const redirect = await fetch(`${base}/console`, { redirect: 'manual' })
    expect([redirect.status, redirect.headers.get('location')]).toEqual([308, '/accord/console/'])
    const html = await (await fetch(`${base}/console/`)).text()
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, name = '']) => name)
    expect(loaded.length).toBeGreaterThan(1)
    for (const name of loaded) {
      const { status, headers } = await fetch(new URL(name, `${base}/console/`))
      expect([name, status, headers.get('content-type')]).toEqual([
        name,
        200,
        expect.stringMatching(/javascript|css|svg/u),
      ])
    }
  })

  test('the cookie of a session is sent to the console and to nothing else of the host', async () => {
    const { link } = await acme.bridge.services.console.accounts.invite({
      name: 'abel',
      role: 'admin',
      actor: 'operator',
    })
    const token = /token=([\w-]+)/u.exec(link?.url ?? '')?.[1]
    const answer = await fetch(`${base}/console/v1/link/use`, {
      method: 'POST',
      headers: { origin: new URL(base).origin, 'content-type': 'application/json', [CONSOLE_TOKEN_HEADER]: '' },
      body: JSON.stringify({ token, password: 'seven quiet otters swim' }),
    })
    expect(answer.status).toBe(200)
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toContain('; Path=/accord/console/;')
  })

  test('the rest of the host is not the node’s', async () => {
    for (const path of ['/', '/node/v1/x', '/console/', '/accordion'])
      expect(await (await fetch(new URL(path, base))).text()).toBe('something else of this host')
  })
})
