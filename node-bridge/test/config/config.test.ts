import { expect, test } from '@jest/globals'

import { ConfigError, loadConfig } from '../../src/config/config.ts'
import { describeSettings } from '../../src/config/describe-settings.ts'
import { SETTINGS } from '../../src/config/settings.ts'

const PUBLIC = { ACCORD_PUBLIC_URL: 'https://node.example.com/' }

test('a public https URL is all that a node needs', () => {
  expect(loadConfig({ ...PUBLIC, HOME: '/home/x', ACCORD_PORT: '' })).toMatchObject({
    publicUrl: 'https://node.example.com',
    host: '127.0.0.1',
    port: 8443,
    databaseUrl: undefined,
    allowHttpLoopback: false,
    allowedPrivateRanges: [],
    logLevel: 'info',
  })
})

test.each<[string, Record<string, string>]>([
  ['ACCORD_PUBLIC_URL', {}],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'http://node.example.com' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'node.example.com' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://user:secret@node.example.com' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://Node.example.com' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://node.example.com:443' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://node.example.com/a/../b' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://node.example.com//accord' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://node.example.com/acc%6frd' }],
  ['ACCORD_PUBLIC_URL', { ACCORD_PUBLIC_URL: 'https://node.example.com/node' }],
  ['ACCORD_CONSOLE_URL', { ...PUBLIC, ACCORD_CONSOLE_URL: 'https://node.example.com/console' }],
  ['ACCORD_CONSOLE_URL', { ...PUBLIC, ACCORD_CONSOLE_URL: 'https://node.example.com/?x' }],
  ['ACCORD_PORT', { ...PUBLIC, ACCORD_PORT: '70000' }],
  ['ACCORD_PORT', { ...PUBLIC, ACCORD_PORT: 'https' }],
  ['ACCORD_PORT', { ...PUBLIC, ACCORD_PORT: ' ' }],
  ['ACCORD_PORT', { ...PUBLIC, ACCORD_PORT: '0x1F90' }],
  ['ACCORD_ROTATE_KEYS_DAYS', { ...PUBLIC, ACCORD_ROTATE_KEYS_DAYS: ' ' }],
  ['ACCORD_DRAIN_SECONDS', { ...PUBLIC, ACCORD_DRAIN_SECONDS: '5s' }],
  ['ACCORD_DATABASE_URL', { ...PUBLIC, ACCORD_DATABASE_URL: 'mysql://root@db/accord' }],
  ['ACCORD_DATABASE_URL', { ...PUBLIC, ACCORD_DATABASE_URL: 'postgres://accord:a#b@db/accord' }],
  ['ACCORD_DATABASE_URL', { ...PUBLIC, ACCORD_DATABASE_URL: 'postgres://accord@db/accord?ssl_mode=verify-full' }],
  ['ACCORD_DATABASE_URL', { ...PUBLIC, ACCORD_DATABASE_URL: 'postgres://accord@db/accord?sslmode=verify_full' }],
  ['ACCORD_ALLOW_HTTP_LOOPBACK', { ...PUBLIC, ACCORD_ALLOW_HTTP_LOOPBACK: 'yes' }],
  ['ACCORD_ALLOWED_PRIVATE_RANGES', { ...PUBLIC, ACCORD_ALLOWED_PRIVATE_RANGES: '10.0.0.0' }],
  ['ACCORD_TRUSTED_PROXIES', { ...PUBLIC, ACCORD_TRUSTED_PROXIES: 'proxy.example.com' }],
  ['ACCORD_OPERATOR_TOKEN', { ...PUBLIC, ACCORD_OPERATOR_TOKEN: 'short' }],
  ['ACCORD_LOG_LEVEL', { ...PUBLIC, ACCORD_LOG_LEVEL: 'loud' }],
  ['ACCORD_PUBLIC_ULR', { ...PUBLIC, ACCORD_PUBLIC_ULR: 'https://node.example.com' }],
])('nonsense in %s is refused by its name: %j', (name, environment) => {
  expect(() => loadConfig(environment)).toThrow(ConfigError)
  expect(() => loadConfig(environment)).toThrow(name)
})

test.each<Record<string, string>>([
  { ACCORD_OPERATOR_TOKEN: 'hunter2' },
  { ACCORD_DATABASE_URL: 'mysql://accord:hunter2@db/accord' },
  { ACCORD_DATABASE_URL: 'postgres://accord:hunter2@db/accord?sslmode=hunter2' },
  { ACCORD_DATABASE_URL: 'postgres://accord:1?hunter2@db/accord' },
])('a refused value is not repeated, it may be a secret: %j', (environment) => {
  expect(() => loadConfig({ ...PUBLIC, ...environment })).toThrow(ConfigError)
  expect(() => loadConfig({ ...PUBLIC, ...environment })).not.toThrow('hunter2')
})

test('public URL and console URL may have a path, with a slash behind it or not', () => {
  const urls = {
    ACCORD_PUBLIC_URL: 'https://host.example/accord/',
    ACCORD_CONSOLE_URL: 'https://host.example/ops/accord',
  }
  expect(loadConfig(urls)).toMatchObject({
    publicUrl: 'https://host.example/accord',
    consoleUrl: 'https://host.example/ops/accord',
  })
})

test('a setting behind a byte-order mark, which Node leaves in the name, is not lost', () => {
  expect(loadConfig({ ...PUBLIC, '\uFEFFACCORD_PORT': '9000' })).toMatchObject({ port: 9000 })
})

test.each([
  { ACCORD_PORT: 'tcp://10.96.0.12:80' },
  { ACCORD_SERVICE_HOST: '10.96.0.12', ACCORD_SERVICE_PORT: '80', ACCORD_SERVICE_PORT_HTTP: '80' },
  { ACCORD_PORT_80_TCP: 'tcp://10.96.0.12:80', ACCORD_PORT_80_TCP_ADDR: '10.96.0.12', ACCORD_PORT_80_TCP_PROTO: 'tcp' },
  { ACCORD_NODE_SERVICE_HOST: '10.96.0.12', ACCORD_NODE_PORT: 'tcp://10.96.0.12:80' },
  { ACCORD_NODE_PORT_8443_TCP_PORT: '8443' },
])('what Kubernetes sets for a Service says why it is there and what to do: %j', (links) => {
  const refused = () => loadConfig({ ...PUBLIC, ...links })
  expect(refused).toThrow(ConfigError)
  for (const name of Object.keys(links)) expect(refused).toThrow(name)
  expect(refused).toThrow(/set by Kubernetes for a Service whose name begins with "accord".*enableServiceLinks: false/u)
  expect(refused).not.toThrow(/there is no such setting|whole number/u)
})

test('all that is wrong is said at once', () => {
  const environment = { ...PUBLIC, ACCORD_PORT: '-1', ACCORD_LOG_LEVEL: 'loud' }
  expect(() => loadConfig(environment)).toThrow(/ACCORD_PORT[^]*ACCORD_LOG_LEVEL/u)
})

test('plain http is for loopback demos, where the URL may follow the port', () => {
  const demo = { ACCORD_ALLOW_HTTP_LOOPBACK: 'true' }
  expect(loadConfig(demo).publicUrl).toBeUndefined()
  expect(loadConfig({ ...demo, ACCORD_PUBLIC_URL: 'http://127.0.0.1:4000' }).publicUrl).toBe('http://127.0.0.1:4000')
})

test('trusted proxies are a list; without it nobody but loopback is believed', () => {
  expect(loadConfig(PUBLIC).trustedProxies).toEqual([])
  const { trustedProxies } = loadConfig({ ...PUBLIC, ACCORD_TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8' })
  expect(trustedProxies).toEqual(['10.0.0.0/8', 'fd00::/8'])
})

test('what the driver of PostgreSQL knows is taken', () => {
  const databaseUrl = 'postgres://accord:a%23b@db/accord?sslmode=verify-full&sslrootcert=/etc/accord/ca.pem'
  expect(loadConfig({ ...PUBLIC, ACCORD_DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl)
})

test('private ranges are a list', () => {
  const { allowedPrivateRanges } = loadConfig({ ...PUBLIC, ACCORD_ALLOWED_PRIVATE_RANGES: '10.0.0.0/8, fd00::/8' })
  expect(allowedPrivateRanges).toEqual(['10.0.0.0/8', 'fd00::/8'])
})

test('the help names every setting', () => {
  for (const name of Object.keys(SETTINGS)) expect(describeSettings()).toContain(name)
})
