import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(join(root, 'src'), join(entry.parentPath, entry.name)))

/** They suppose nothing about the platform: how the simulator is put together, what it says about itself, how it keeps data. */
const SUPPOSING_NOTHING: readonly string[] = [
  // composition and its own command, clock, pages and controls
  'application.ts', 'cli.ts', 'clock.ts', 'command-options.ts', 'contracts.ts', 'instance.ts', 'releases.ts', 'timing.ts',
  'access/acl-rules.ts', 'access/system-callers.ts', 'coverage/', 'faults/control-api.ts', 'faults/faults.ts',
  // threads, questions of scripts to the main thread and their answers
  'engine/end-after-writes.ts', 'engine/filter-verdict.ts', 'engine/find-visible.ts', 'engine/glide/host.ts',
  'engine/glide/records/table.ts',
  'engine/glide/records/unsimulated-methods.ts', 'engine/glide/runs/run-job.ts', 'engine/glide/runs/run-mutation.ts',
  'engine/glide/runs/run-script-action.ts', 'engine/glide/runs/run-script.ts', 'engine/glide/times/clock.ts',
  'engine/host/host-answers.ts', 'engine/host/keep-newest.ts', 'engine/host/questions.ts',
  'engine/host/record-operations.ts', 'engine/host/script-operations.ts', 'engine/host/table-operations.ts',
  'engine/job-caller.ts', 'engine/job.ts', 'engine/metadata.ts', 'engine/processor-time.ts', 'engine/script-failed.ts',
  'engine/scripted-defaults.ts', 'engine/transaction-cancelled.ts', 'engine/worker/',
  'engine/write-without-rules.ts',
  // rows, columns and files of its own store
  'package/package-refused.ts', 'records/narrow-query.ts', 'records/open-store.ts', 'records/query-world.ts', 'records/row-index.ts', 'records/row-tables.ts',
  'records/sqlite-file.ts', 'rest/mutate.ts', 'rest/parts.ts', 'rest/rest-api.ts',
  // what was said of the instance in a row about clones
  'name-instance.ts',
] // prettier-ignore

const supposed = readFileSync(join(root, 'UNVERIFIED.md'), 'utf8')
const rows = [...supposed.matchAll(/^\| (\d+) \|(.*)\| (.*) \| (.*) \|$/gmu)]
const placesIn = (text: string) => [...text.matchAll(/`([\w./-]+(?:\.ts|\/))`/gu)].map(([, place = '']) => place)
const relied = readFileSync(join(root, '../docs/unverified.md'), 'utf8')
const reliedOn = [...relied.matchAll(/simulator, `([\w./-]+)`/gu)].map(([, place = '']) => place)
const named = [...rows.flatMap(([, , , , places = '']) => placesIn(places)), ...reliedOn]
const isIn = (places: readonly string[]) => (file: string) =>
  places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))

test('every file that supposes something about the platform is named by a row, and every other one here', () => {
  expect(sources.filter((file) => !isIn([...named, ...SUPPOSING_NOTHING])(file))).toEqual([])
  expect(sources.length).toBeGreaterThan(200)
})

test('no file stands in both, and no row or list names a file that is gone', () => {
  expect(SUPPOSING_NOTHING.filter((file) => !file.endsWith('/') && isIn(named)(file))).toEqual([])
  expect([...named, ...SUPPOSING_NOTHING].filter((place) => !sources.some(isIn([place])))).toEqual([])
})

test('rows are counted, and each has its mark and the place in the sources', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual(rows.map((_row, index) => index + 1))
  for (const [, number, , mark = '', places = ''] of rows) {
    expect([number, /\[(?:doc|obs|mem|ran)\]|by choice/u.test(mark)]).toEqual([number, true])
    expect([number, placesIn(places).length > 0]).toEqual([number, true])
  }
})
