import { type Operation, OPERATIONS } from '@accord/shared/contracts'
import { LIMITS } from '@accord/shared/protocol'
import { describe, expect, test } from '@jest/globals'

import { readComposeFile, secretPathOf } from './compose-file.ts'
import { readText } from './deployment-files.ts'
import { Ingress, readManifest } from './kubernetes-files.ts'

interface Rule {
  readonly exact: boolean
  readonly path: string
  readonly passes: boolean
}

const NGINX = readText('deploy/proxy/nginx.conf')

/** The `location` blocks of nginx.conf; each holds plain directives only. */
const nginxRules: readonly Rule[] = [...NGINX.matchAll(/location (= )?(\S+) \{([^{}]*)\}/g)].map(
  ([, exact, path = '', body = '']) => ({ exact: exact !== undefined, path, passes: body.includes('proxy_pass') }),
)

/** An Ingress passes nothing that it does not name. */
const ingressRules: readonly Rule[] = readManifest('ingress', Ingress).spec.rules.flatMap(({ http }) =>
  http.paths.map(({ path, pathType }) => ({ exact: pathType === 'Exact', path, passes: true })),
)

/** Both choose the exact rule, else the longest prefix. */
function isPublished(rules: readonly Rule[], path: string): boolean {
  const exact = rules.find((rule) => rule.exact && rule.path === path)
  const [prefix] = rules
    .filter((rule) => !rule.exact && path.startsWith(rule.path))
    .toSorted((one, other) => other.path.length - one.path.length)
  return (exact ?? prefix)?.passes ?? false
}

const operations: readonly Operation[] = Object.values(OPERATIONS)
const HEALTH = [OPERATIONS.readHealth.path, OPERATIONS.readReadiness.path] as const satisfies readonly string[]
const isHealth = ({ path }: Operation) => HEALTH.some((health) => health === path)
const pathsWhere = (wanted: (operation: Operation) => boolean) =>
  operations.filter(wanted).map(({ path }) => path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'))

describe.each([
  ['nginx.conf', nginxRules],
  ['ingress.yaml', ingressRules],
])('%s', (_file, rules) => {
  test('passes on every call of other nodes and of the instance', () => {
    const called = pathsWhere((operation) => operation.audience !== 'operator' && !isHealth(operation))
    expect(called.length).toBeGreaterThan(10)
    expect(called.filter((path) => !isPublished(rules, path))).toEqual([])
  })

  test('keeps the calls of the operator, metrics and health inside', () => {
    const inside = pathsWhere((operation) => operation.audience === 'operator' || isHealth(operation))
    expect(inside.length).toBeGreaterThan(3)
    expect(inside.filter((path) => isPublished(rules, path))).toEqual([])
    expect(isPublished(rules, '/')).toBe(false)
  })
})

describe('nginx.conf', () => {
  const { services } = readComposeFile()

  test('leaves it to the node to refuse a body that is too large', () => {
    const kilobytes = Number(/client_max_body_size (\d+)k;/.exec(NGINX)?.[1])
    expect(kilobytes * 1024).toBeGreaterThan(LIMITS.bodyBytes)
  })

  test('speaks TLS only, with the files and to the nodes that compose.yaml gives it', () => {
    expect([...NGINX.matchAll(/listen ([^;]+);/g)].map(([, listen]) => listen)).toEqual(['8443 ssl'])
    expect(services['proxy']?.ports).toEqual(['443:8443'])
    const files = [...NGINX.matchAll(/ssl_certificate(?:_key)? ([^;]+);/g)].map(([, file]) => file)
    expect(files).toEqual(services['proxy']?.secrets.map(secretPathOf))
    const upstream = [...NGINX.matchAll(/^\s+server ([\w-]+):(\d+) /gm)].map(([, name, port]) => [name, port])
    expect(upstream).toEqual([
      ['node-1', '8443'],
      ['node-2', '8443'],
    ])
    for (const [name = ''] of upstream) expect(services).toHaveProperty(name)
  })

  test('passes the path on unchanged, since it is signed', () => {
    for (const [, target] of NGINX.matchAll(/proxy_pass ([^;]+);/g)) expect(target).toBe('http://accord')
    expect(NGINX).not.toMatch(/\brewrite\b/)
  })

  test('logs no query and no header that a caller sends', () => {
    const [, format = ''] = /log_format plain ([^;]+);/.exec(NGINX) ?? []
    expect(format).toContain('$uri')
    expect(format).not.toMatch(/\$(request\b|request_uri|args|query_string|http_|arg_)/)
  })
})
