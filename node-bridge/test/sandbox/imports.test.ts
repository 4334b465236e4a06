import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@jest/globals'

const SANDBOX = fileURLToPath(new URL('../../src/sandbox', import.meta.url))

const files = readdirSync(SANDBOX, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ts|js)$/.test(file))

/** Specifiers of all imports and exports from elsewhere, and of `import()`. */
const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(SANDBOX, file), 'utf8').matchAll(/(?:\bfrom |\bimport\(|^import )'([^']+)'/gm)].flatMap(
    ([, name]) => name ?? [],
  )

test('the sandbox imports nothing of ours but itself, and three packages that are named here', () => {
  const packages = new Set<string>()
  for (const file of files)
    for (const name of importsOf(file)) {
      if (name.startsWith('.'))
        expect(path.resolve(SANDBOX, path.dirname(file), name)).toContain(`${SANDBOX}${path.sep}`)
      else if (!name.startsWith('node:')) packages.add(name)
    }
  expect(files.length).toBeGreaterThan(10)
  expect([...packages].toSorted()).toEqual(['@jitl/quickjs-wasmfile-release-sync', 'amaro', 'quickjs-emscripten-core'])
})
