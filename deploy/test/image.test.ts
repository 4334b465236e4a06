import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { OPERATIONS } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { SETTINGS } from '../../node-bridge/src/settings.ts'
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

/** No container engine is needed: the Dockerfile's steps are carried out in directories, and what they leave is run. */
describe('what the Dockerfile leaves in the image', () => {
  const image = readDockerfile()
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-image-'))
  let root = ''
  beforeAll(() => {
    root = buildStages(image.stages, directory)
  }, BUILD_MS)
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const packages = () =>
    readdirSync(path.join(root, 'app/node_modules'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?:@[\w.-]+\/)?[\w.-]+\/package\.json$/.test(file))
      .map((file) => path.dirname(file))

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
    expect(packages().filter((name) => tools.includes(name))).toEqual([])
  })

  test('no compiler input, no test, no simulator', () => {
    expect(readdirSync(path.join(root, 'app')).toSorted()).toEqual(['deploy', 'node-bridge', 'node_modules', 'shared'])
    expect(existsSync(path.join(root, 'app/node-bridge/test'))).toBe(false)
    expect(existsSync(path.join(root, 'app/shared/src'))).toBe(false)
    expect(existsSync(path.join(root, 'app/node_modules/better-sqlite3/deps'))).toBe(false)
  })

  test('--help names every setting', () => {
    const { exitCode, output } = runInImage(root, [...image.entrypoint, '--help'], {})
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
    for (const name of Object.keys(SETTINGS)) expect(output).toContain(name)
  })

  test('a node that becomes ready, that its health check finds well, and that stops at SIGTERM with code 0', async () => {
    const port = await freePort()
    const settings = {
      ...image.environment,
      ACCORD_HOST: '127.0.0.1',
      ACCORD_PORT: String(port),
      ACCORD_DATA_DIR: path.join(directory, 'data'),
      ACCORD_PUBLIC_URL: 'https://accord.your-company.com',
    }
    expect(runInImage(root, image.healthcheck, settings)).toMatchObject({ exitCode: 1 })
    const node = await startImage(root, image.entrypoint, settings, OPERATIONS.readReadiness.path)
    try {
      expect(runInImage(root, image.healthcheck, settings)).toMatchObject({ exitCode: 0 })
      expect(runInImage(root, [...image.healthcheck, 'readReadiness'], settings)).toMatchObject({ exitCode: 0 })
    } finally {
      expect([await node.stop(), node.log().length > 0]).toEqual([0, true])
    }
  })
})
