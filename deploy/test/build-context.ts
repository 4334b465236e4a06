import { cpSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { readText, ROOT } from './deployment-files.ts'

/** The entries after `!`; the file begins with `*`, so nothing else reaches the builder. */
export function allowedPaths(): readonly string[] {
  const lines = readText('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [first, ...rest] = lines
  if (first !== '*' || rest.some((line) => !/^![\w./-]+$/.test(line)))
    throw new Error('.dockerignore must be * and then plain exceptions; this reader knows nothing else')
  return rest.map((line) => line.slice(1))
}

/** Copies what the builder would receive. Throws for an exception that names nothing. */
export function copyBuildContext(target: string): void {
  for (const allowed of allowedPaths()) {
    const source = path.join(ROOT, allowed)
    if (!existsSync(source)) throw new Error(`.dockerignore lets ${allowed} through, but there is no such thing`)
    mkdirSync(path.dirname(path.join(target, allowed)), { recursive: true })
    cpSync(source, path.join(target, allowed), { recursive: true })
  }
}
