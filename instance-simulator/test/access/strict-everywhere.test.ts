import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..', '..', '..')
/** Where an instance is started: tests, stories of the browser, demos, measurements. */
const STARTERS = ['tests', 'demo', 'bench', 'now-app/test', 'node-bridge/test', 'console/test', 'instance-simulator/test', 'instance-simulator/examples'] // prettier-ignore
/** They are about what the mode changes, and about its option. */
const ABOUT_IT = [
  'instance-simulator/test/access/strict-everywhere.test.ts',
  'instance-simulator/test/access/strict-sessions.test.ts',
  'instance-simulator/test/command-line/command-options.test.ts',
]

test('every instance of a test, a story, a demo or a measurement is as strict as the platform', () => {
  const files = STARTERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|js|json|sh)$/u.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => !file.includes('node_modules/')),
  )
  expect(files.length).toBeGreaterThan(400)
  const lenient = files.filter((file) => /--no-strict|\bstrict"?: false/u.test(readFileSync(join(root, file), 'utf8')))
  expect(lenient.toSorted()).toEqual(ABOUT_IT)
})
