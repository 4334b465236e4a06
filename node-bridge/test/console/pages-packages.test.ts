import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SOURCES = path.join(ROOT, 'console/src')
/** A package's name in an import; a relative one begins with a dot. A text may talk of imports: the line has to be one. */
const IMPORT = /^(?:import(?: [^'\n]* from)?|export [^'\n]* from|\} from) '((?:@[\w.-]+\/)?[\w-][\w.-]*)/gmu

test('the image can build the pages: every package that they import is one of console/package.json', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file))
  const imported = files.flatMap((file) =>
    [...readFileSync(path.join(SOURCES, file), 'utf8').matchAll(IMPORT)].map(([, name]) => name),
  )
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'console/package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(imported.length).toBeGreaterThan(100)
  expect([...new Set(imported)].filter((name) => name === undefined || !(name in dependencies))).toEqual([])
})
