import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { OPERATIONS } from '@accord/shared/contracts'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { SETTINGS } from '../../node-bridge/src/config/settings.ts'
import { ROOT } from './deployment-files.ts'
import { readDockerfile } from './dockerfile.ts'
import { runInImage, startImage } from './running-image.ts'
import { buildStages } from './simulated-builder.ts'

const BUILD_MS = 300_000

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })

const namesIn = (file: string, kind: 'dependencies' | 'devDependencies') => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Record<
    typeof kind,
    Record<string, string>
  >
  return Object.keys(manifest[kind])
}

/** `name@version` of every package in any node_modules, sorted; ours are links and do not count. */
function packagesWithVersions(root: string): string[] {
  const found = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)node_modules\/(?:@[^/]+\/)?[^@/][^/]*\/package\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(path.join(root, 'app', file), 'utf8')) as { name: string; version: string })
    .filter(({ name }) => !name.startsWith('@accord/'))
    .map(({ name, version }) => `${name}@${version}`)
  return [...new Set(found)].toSorted()
}

async function identityOf(url: string) {
  const answer = await fetch(url + OPERATIONS.discover.path)
  const { node, keys } = (await answer.json()) as { node: { instanceUid: string }; keys: string[] }
  expect(keys).toHaveLength(1)
  return { instanceUid: node.instanceUid, keys }
}

/** No container engine is needed: the Dockerfile's steps are carried out in directories, and what they leave is run. */
describe('what the Dockerfile leaves in the image', () => {
  const image = readDockerfile()
  const started = [...image.entrypoint, ...image.command]
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-image-'))
  let root = ''
  beforeAll(() => {
    root = buildStages(image.stages, directory)
  }, BUILD_MS)
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  /** The image's own settings, on loopback, with a data directory that this user may write. */
  const settingsOf = async (dataDir: string) => ({
    ...image.environment,
    ACCORD_HOST: '127.0.0.1',
    ACCORD_PORT: String(await freePort()),
    ACCORD_DATA_DIR: dataDir,
    ACCORD_PUBLIC_URL: 'https://accord.your-company.com',
  })

  test('every dependency of the node and no development tool', () => {
    const wanted = ['node-bridge/package.json', 'shared/package.json'].flatMap((file) => namesIn(file, 'dependencies'))
    for (const name of wanted) {
      const found = ['', 'node-bridge', 'shared'].some((place) =>
        existsSync(path.join(root, 'app', place, 'node_modules', name, 'package.json')),
      )
      expect([name, found]).toEqual([name, true])
    }
    const tools = namesIn('package.json', 'devDependencies').filter((name) => !wanted.includes(name))
    expect(tools).toContain('jest')
    const carried = packagesWithVersions(root).map((each) => each.replace(/@[^@]*$/, ''))
    expect(carried.filter((name) => tools.includes(name))).toEqual([])
  })

  test('no compiler input, no test, no simulator', () => {
    const carried = ['console', 'deploy', 'node-bridge', 'node_modules', 'shared']
    expect(readdirSync(path.join(root, 'app')).toSorted()).toEqual(carried)
    expect(readdirSync(path.join(root, 'app/console'))).toEqual(['dist'])
    expect(existsSync(path.join(root, 'app/node-bridge/test'))).toBe(false)
    expect(existsSync(path.join(root, 'app/shared/src'))).toBe(false)
    expect(existsSync(path.join(root, 'app/node_modules/better-sqlite3/deps'))).toBe(false)
  })

  test('start --help names every setting', () => {
    const { exitCode, output } = runInImage(root, [...started, '--help'], {})
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
    for (const name of Object.keys(SETTINGS)) expect(output).toContain(name)
  })

  test('a node that becomes ready, that its health check finds well, and that stops at SIGTERM with code 0', async () => {
    const settings = await settingsOf(path.join(directory, 'data'))
    expect(runInImage(root, image.healthcheck, settings)).toMatchObject({ exitCode: 1 })
    const node = await startImage(root, started, settings, OPERATIONS.readReadiness.path)
    try {
      expect(runInImage(root, image.healthcheck, settings)).toMatchObject({ exitCode: 0 })
      expect(runInImage(root, [...image.healthcheck, 'readReadiness'], settings)).toMatchObject({ exitCode: 0 })
      const page = await fetch(new URL('/console/', node.url))
      const html = await page.text()
      expect([page.status, html]).toEqual([200, expect.stringContaining('src="./assets/')])
      const script = new URL(/src="([^"]+)"/u.exec(html)?.[1] ?? '', page.url)
      expect([script.pathname.startsWith('/console/assets/'), (await fetch(script)).status]).toEqual([true, 200])
    } finally {
      expect([await node.stop(), node.log().length > 0]).toEqual([0, true])
    }
  })

  test('a backup that brings the same node up elsewhere, with its master key and never without', async () => {
    const dataDir = path.join(directory, 'first')
    const copy = path.join(directory, 'restored/accord.sqlite')
    const settings = await settingsOf(dataDir)
    const first = await startImage(root, started, settings, OPERATIONS.readReadiness.path)
    const before = await identityOf(first.url)
    mkdirSync(path.dirname(copy))
    expect(runInImage(root, ['node', 'deploy/backup-sqlite.mjs', copy], settings)).toMatchObject({ exitCode: 0 })
    await first.stop()

    const elsewhere = { ...settings, ACCORD_DATA_DIR: path.dirname(copy) }
    const withoutKey = runInImage(root, started, elsewhere)
    expect(withoutKey.exitCode).toBe(1)
    expect(withoutKey.output).toContain('another master key')
    copyFileSync(path.join(dataDir, 'master.key'), path.join(path.dirname(copy), 'master.key'))
    const second = await startImage(root, started, elsewhere, OPERATIONS.readReadiness.path)
    try {
      expect(await identityOf(second.url)).toEqual(before)
    } finally {
      await second.stop()
    }
  })

  test('exactly the packages that the bill of materials lists', () => {
    const bill = JSON.parse(
      execFileSync(path.join(ROOT, 'deploy/sbom.sh'), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    ) as { specVersion: string; components: { name: string; version: string; hashes?: unknown[] }[] }
    expect(bill.specVersion).toBe('1.5')
    const listed = bill.components.filter(({ hashes }) => hashes !== undefined)
    expect(listed.map(({ name, version }) => `${name}@${version}`).toSorted()).toEqual(packagesWithVersions(root))
    const own = bill.components.filter(({ hashes }) => hashes === undefined).map(({ name }) => name)
    expect(own.toSorted()).toEqual(['node-bridge', 'shared'])
  })
})
