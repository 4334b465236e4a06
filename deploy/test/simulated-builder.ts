import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { copyBuildContext } from './build-context.ts'
import type { Stage, Step } from './dockerfile.ts'

const BUILD_WITHIN_MS = 240_000
/** A command that could touch anything outside its stage's directory. */
const LEAVES_ITS_DIRECTORY = /(^|\s)[/~]|\.\.|[$`]/

/**
 * Carries the Dockerfile out without a container engine: each stage is a directory under `target`, COPY copies, RUN runs.
 * The base images are not there; their commands are those of this machine. A RUN with a path outside its directory is
 * refused, except in the last stage, where it trims the base image and is left out.
 */
export function buildStages(stages: readonly Stage[], target: string): string {
  const context = path.join(target, 'context')
  copyBuildContext(context)
  for (const stage of stages) buildStage(stage, { target, context, isLast: stage === stages.at(-1) })
  return path.join(target, stages.at(-1)?.name ?? '')
}

interface Place {
  readonly target: string
  readonly context: string
  readonly isLast: boolean
}

function buildStage(stage: Stage, place: Place): void {
  const root = path.join(place.target, stage.name)
  const base = path.join(place.target, stage.base)
  mkdirSync(root, { recursive: true })
  if (existsSync(base)) cpSync(base, root, { recursive: true, verbatimSymlinks: true })
  let directory = existsSync(path.join(root, 'build')) ? path.join(root, 'build') : root
  for (const step of stage.steps) {
    if (step.kind === 'workdir') directory = path.join(root, step.path)
    mkdirSync(directory, { recursive: true })
    if (step.kind === 'copy') copy(step, directory, place)
    if (step.kind === 'run' && !place.isLast) run(step.command, directory)
  }
}

function copy(step: Extract<Step, { kind: 'copy' }>, directory: string, { target, context }: Place): void {
  const origin = step.fromStage === undefined ? context : path.join(target, step.fromStage)
  for (const source of step.sources) {
    const into = step.target.endsWith('/') ? path.join(step.target, path.basename(source)) : step.target
    cpSync(path.join(origin, source), path.join(directory, into), { recursive: true, verbatimSymlinks: true })
  }
}

function run(command: string, directory: string): void {
  if (LEAVES_ITS_DIRECTORY.test(command)) throw new Error(`Not carried out outside a container: ${command}`)
  execFileSync('sh', ['-c', command], {
    cwd: directory,
    timeout: BUILD_WITHIN_MS,
    stdio: 'pipe',
    // What `npm ci` fetched for the tests is in npm's cache; the image's own build starts without one.
    env: { ...process.env, NODE_ENV: '', NODE_OPTIONS: '', npm_config_prefer_offline: 'true' },
  })
}
