import { parseEnv } from 'node:util'

import { describe, expect, test } from '@jest/globals'

import { ConfigError, loadConfig } from '../../node-bridge/src/config/config.ts'
import { loadMasterKey } from '../../node-bridge/src/master-key/master-key.ts'
import { nodesOf, readComposeFile } from './compose-file.ts'
import { readText } from './deployment-files.ts'
import { readDockerfile } from './dockerfile.ts'
import { readManifest, Secret, Settings } from './kubernetes-files.ts'

type Environment = Readonly<Record<string, string | undefined>>

const image = readDockerfile().environment
const exampleFile = parseEnv(readText('deploy/accord.env.example'))
const exampleSecret = parseEnv(readManifest('secret.example', Secret).stringData['accord.env'])

/** What Compose puts in place of `${NAME:-default}` and `${NAME:?message}`. */
const interpolate = (value: string, given: Environment) =>
  value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, _kind, rest: string) => given[name] ?? rest)

const [composeNode] = nodesOf(readComposeFile().services)
const composeSettings = (given: Environment) =>
  Object.fromEntries(
    Object.entries(composeNode?.environment ?? {}).map(([name, value]) => [name, interpolate(value, given)]),
  )

const [systemdLine = ''] = /^Environment=(.*)$/m.exec(readText('deploy/systemd/accord-node.service'))?.slice(1) ?? []
const systemdSettings = parseEnv(systemdLine.replaceAll(' ', '\n'))

const publicUrl = { ACCORD_PUBLIC_URL: 'https://accord.your-company.com' }
const deployments: readonly (readonly [string, Environment, Environment])[] = [
  ['compose.yaml', { ...image, ...composeSettings(publicUrl) }, exampleFile],
  ['kubernetes/', { ...image, ...readManifest('settings', Settings).data }, exampleSecret],
  ['systemd/', { ...systemdSettings, ...publicUrl }, exampleFile],
]

const FILLED_IN = {
  ACCORD_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  ACCORD_OPERATOR_TOKEN: 'o'.repeat(43),
}

describe.each(deployments)('the settings of %s', (_name, settings, secrets) => {
  test('with the secrets filled in, the node accepts them', () => {
    const config = loadConfig({ ...secrets, ...FILLED_IN, ...settings })
    expect(config).toMatchObject({ ...publicUrlOf(config), dataDir: '/var/lib/accord', allowHttpLoopback: false })
    expect(config.databaseUrl).toMatch(/^postgres:\/\//)
    expect(config.operatorToken).toBeDefined()
  })

  test('with the secrets of the example, the node refuses to start', () => {
    expect(() => loadConfig({ ...secrets, ...settings })).toThrow(ConfigError)
    expect(() => loadConfig({ ...secrets, ...settings })).toThrow(/ACCORD_OPERATOR_TOKEN/)
    expect(() => loadMasterKey({ value: secrets['ACCORD_MASTER_KEY'], file: '' })).toThrow(/ACCORD_MASTER_KEY/)
  })

  test('replicas share one database and one master key: without it each would seal with a key of its own', () => {
    expect(Object.keys(secrets).toSorted()).toEqual([
      'ACCORD_DATABASE_URL',
      'ACCORD_MASTER_KEY',
      'ACCORD_OPERATOR_TOKEN',
    ])
    for (const name of Object.keys(secrets)) expect(settings).not.toHaveProperty(name)
  })
})

const publicUrlOf = (config: { readonly publicUrl: string | undefined }) => {
  expect(config.publicUrl).toBe(publicUrl.ACCORD_PUBLIC_URL)
  return { publicUrl: publicUrl.ACCORD_PUBLIC_URL }
}

test('the container listens beyond loopback, since the proxy is another container', () => {
  expect(loadConfig({ ...image, ...publicUrl }).host).toBe('0.0.0.0')
})
