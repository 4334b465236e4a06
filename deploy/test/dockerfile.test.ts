import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { allowedPaths } from './build-context.ts'
import { readText, ROOT } from './deployment-files.ts'
import { readDockerfile } from './dockerfile.ts'

const image = readDockerfile()
const runtime = image.stages.at(-1)

const sourcesFromContext = image.stages.flatMap(({ steps }) =>
  steps.flatMap((step) => (step.kind === 'copy' && step.fromStage === undefined ? step.sources : [])),
)

describe('the image', () => {
  test('runs on the release of Node that runs the tests', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(image.nodeVersion).toBe(devDependencies['node'])
    expect(`v${image.nodeVersion}`).toBe(process.version)
    expect(runtime?.base).toBe(`node:${image.nodeVersion}-bookworm-slim`)
  })

  test('runs as a user and a group without a name and without rights', () => {
    expect(image.user).toMatch(/^[1-9]\d{4}:[1-9]\d{4}$/)
  })

  test('keeps its data on a volume that belongs to that user', () => {
    const [uid, gid] = image.user.split(':')
    expect(image.volume).toBe(image.environment['ACCORD_DATA_DIR'])
    const made = runtime?.steps.flatMap((step) => (step.kind === 'run' ? [step.command] : [])).join(' ')
    expect(made).toContain(`install -d -m 0700 -o ${uid} -g ${gid} ${image.volume}`)
  })

  test('has no package manager', () => {
    const removed = runtime?.steps.flatMap((step) => (step.kind === 'run' ? step.command.split(/\s+/) : []))
    expect(removed).toEqual(
      expect.arrayContaining(['/usr/local/lib/node_modules', '/usr/local/bin/npm', '/usr/local/bin/npx']),
    )
    const installs = runtime?.steps.filter(
      (step) => step.kind === 'run' && /\b(apt|npm (ci|install))/.test(step.command),
    )
    expect(installs).toEqual([])
  })

  test('installs from the lock file, without install scripts and, for what runs, without development tools', () => {
    const commands = image.stages.flatMap(({ name, steps }) =>
      steps.flatMap((step) => (step.kind === 'run' && step.command.startsWith('npm') ? [[name, step.command]] : [])),
    )
    expect(commands.length).toBeGreaterThan(0)
    for (const [, command] of commands) expect(command).toMatch(/^npm ci --ignore-scripts /)
    expect(Object.fromEntries(commands)['production']).toContain('--omit=dev')
  })

  test('copies only what exists and what .dockerignore lets through', () => {
    expect(sourcesFromContext.length).toBeGreaterThan(5)
    for (const source of sourcesFromContext) {
      expect([source, existsSync(path.join(ROOT, source))]).toEqual([source, true])
      expect(allowedPaths()).toContain(source)
    }
    expect([...allowedPaths()].toSorted()).toEqual([...new Set(sourcesFromContext)].toSorted())
  })

  test('carries no secret: no setting of the image is one', () => {
    for (const name of Object.keys(image.environment)) expect(name).not.toMatch(/KEY|TOKEN|PASSWORD|DATABASE_URL/)
    expect(readText('deploy/Dockerfile')).not.toMatch(/^(ARG|ENV).*(KEY|TOKEN|PASSWORD)/m)
  })

  test('starts Node itself, so that signals reach it, and reads the same settings for its health check', () => {
    expect(image.entrypoint[0]).toBe('node')
    expect(image.healthcheck.slice(0, 2)).toEqual(image.entrypoint.slice(0, 2))
  })
})
