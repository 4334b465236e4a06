import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { type RunningApp, runApp } from '../http/running-app.ts'
import { createStubServices } from '../http/stub-services.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'accord-pages-'))
let app: RunningApp
beforeAll(async () => {
  mkdirSync(path.join(directory, 'assets'))
  writeFileSync(path.join(directory, 'index.html'), '<meta property="csp-nonce" nonce="__ACCORD_NONCE__" />')
  writeFileSync(path.join(directory, 'assets', 'a-1.js'), 'export {}')
  writeFileSync(path.join(directory, 'secret.txt'), 'not for anybody')
  app = await runApp(createStubServices().services, {
    console: { consoleUrl: 'http://127.0.0.1', pagesDirectory: directory },
  })
})
afterAll(async () => {
  await app.close()
  rmSync(directory, { recursive: true, force: true })
})

test('the page may run its own scripts only, cannot be framed, and no text becomes markup in it', async () => {
  const [first, second] = [await fetch(`${app.origin}/console/`), await fetch(`${app.origin}/console/`)]
  const policy = first.headers.get('content-security-policy') ?? ''
  for (const part of [
    "default-src 'none'",
    "script-src 'self';",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(policy).toContain(part)
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/u)
  expect(first.headers.get('x-frame-options')).toBe('DENY')
  expect(first.headers.get('cache-control')).toBe('no-store')
  const [one, other] = [await first.text(), await second.text()].map((html) => /nonce="([^"]+)"/u.exec(html)?.[1] ?? '')
  expect(one).toMatch(/^[\w+/]{22}==$/u)
  expect(other).not.toBe(one)
  expect(policy).toContain(`'nonce-${one}'`)
})

test('only what was built is served, whatever dots and slashes a name holds', async () => {
  expect((await fetch(`${app.origin}/console/assets/a-1.js`)).status).toBe(200)
  const statusOf = async (name: string) => (await fetch(`${app.origin}/console/assets/${name}`)).status
  // With an escape it is refused before anybody looks for a file.
  for (const name of ['..%2Fsecret.txt', '..%2findex.html', '%2e%2e%2fsecret.txt', 'a-1.js%00'])
    expect([name, await statusOf(name)]).toEqual([name, 400])
  for (const name of ['secret.txt', '__proto__']) expect([name, await statusOf(name)]).toEqual([name, 404])
})

test('no address leads away from the console: redirects go to its own path, whatever the host and the query say', async () => {
  for (const at of ['/', '/console', '/?next=https://evil.example', '/console?next=//evil.example']) {
    const { status, headers } = await fetch(app.origin + at, { redirect: 'manual' })
    expect([at, [302, 308].includes(status), headers.get('location')]).toEqual([at, true, '/console/'])
  }
})
