import { existsSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { readText, ROOT } from './deployment-files.ts'
import { readDockerfile } from './dockerfile.ts'

/** A unit as `[directive, value]` pairs; a directive may stand more than once. */
const directives = readText('deploy/systemd/accord-node.service')
  .split('\n')
  .flatMap((line): [string, string][] => {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name, value ?? '']]
  })
const valuesOf = (wanted: string) => directives.flatMap(([name, value]) => (name === wanted ? [value] : []))

describe('the systemd unit', () => {
  test('gives the node a user of its own, no capability and a file system that it cannot write', () => {
    expect(valuesOf('DynamicUser')).toEqual(['yes'])
    expect(valuesOf('User')).toEqual([])
    for (const name of ['CapabilityBoundingSet', 'AmbientCapabilities']) expect(valuesOf(name)).toEqual([''])
    expect(valuesOf('ProtectSystem')).toEqual(['strict'])
    const hardened = [
      'NoNewPrivileges',
      'ProtectHome',
      'PrivateTmp',
      'PrivateDevices',
      'RestrictSUIDSGID',
      'LockPersonality',
    ]
    for (const name of hardened) expect([name, ...valuesOf(name)]).toEqual([name, 'yes'])
    expect(valuesOf('SystemCallFilter')[0]).toBe('@system-service')
  })

  test('leaves no core dump, which would hold keys and words of records', () => {
    expect(valuesOf('LimitCORE')).toEqual(['0'])
  })

  test('lets the JavaScript engine compile', () => {
    expect(valuesOf('MemoryDenyWriteExecute')).toEqual([])
  })

  test('keeps the data in the one directory that it may write, readable by nobody else', () => {
    const [environment = ''] = valuesOf('Environment')
    expect(environment).toContain(`ACCORD_DATA_DIR=/var/lib/${valuesOf('StateDirectory')[0]}`)
    expect(valuesOf('StateDirectoryMode')).toEqual(['0700'])
    expect(valuesOf('UMask')).toEqual(['0077'])
  })

  test('starts what the image starts, with settings from the same file', () => {
    const image = readDockerfile()
    const script = image.entrypoint.at(-1) ?? ''
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/node /opt/accord/${script} ${image.command.join(' ')}`])
    expect(existsSync(path.join(ROOT, path.dirname(script)))).toBe(true)
    expect(image.entrypoint).toContain(`--env-file-if-exists=${valuesOf('EnvironmentFile')[0]}`)
  })
})
