import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ts from 'typescript'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { compileRules, SandboxUnavailable } from '../../../src/sync/rules/index.ts'
import { runOutgoing } from '../../../src/sync/rules/index.ts'
import { around, defaultScript, incident, rulesOf } from './incidents.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 1 })
})
afterAll(() => sandbox.close())

test.each([
  ['of the other direction', 'outgoing', defaultScript('incoming'), 'export_missing'],
  ['of another table', 'outgoing', defaultScript('outgoing').replace("'incident'", "'problem'"), 'export_missing'],
  ['without rules', 'incoming', 'export default () => 1', 'export_missing'],
  ['without a default', 'incoming', 'export const a = 1', 'export_missing'],
  ['with a word that there is not', 'incoming', "import { inbound } from 'accord'", 'import_refused'],
] as const)('a script %s is refused when it is saved', async (_what, direction, source, code) => {
  expect(await compileRules(sandbox, { direction, table: 'incident', source })).toMatchObject({
    kind: 'failed',
    failure: { code },
  })
})

test('a sandbox that is closed is no fault of the script', async () => {
  const other = createSandbox({ threads: 1 })
  const rules = await rulesOf(other, 'outgoing')
  await other.close()
  await expect(runOutgoing(other, rules, { record: incident(), ...around() })).rejects.toThrow(SandboxUnavailable)
})

const FOLDER = fileURLToPath(new URL('../../../src/sync/rules/scripts', import.meta.url))

/** Messages of TypeScript for a script beside the API and the tables of an example. */
function diagnose(name: string, source: string): string[] {
  const config = ts.readConfigFile(path.join(FOLDER, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, FOLDER)
  const file = path.join(FOLDER, name)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (one) => one === file || fileExists(one)
  host.readFile = (one) => (one === file ? source : readFile(one))
  const api = ['accord.d.ts', 'tables.example.d.ts'].map((one) => path.join(FOLDER, one))
  const program = ts.createProgram([...api, file], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const SCRIPTS = ['incident', 'incident-with-incident'].flatMap((name) => [`${name}.outgoing.ts`, `${name}.incoming.ts`])

test.each(SCRIPTS)('the script %s has no mistake in the eyes of TypeScript', (file) => {
  expect(diagnose(file, readFileSync(path.join(FOLDER, file), 'utf8'))).toEqual([])
})

test.each([
  ['a journal as a field', 'incoming', 'entity.work_notes += replica.description', /work_notes/],
  ['a word that is no choice', 'incoming', "entity.state = 'Done'", /"Done"/],
  ['a field that there is not', 'incoming', "entity.sumary = 'x'", /sumary/],
  ['a field that rules derive', 'incoming', "entity.priority = '1'", /priority|read-only/],
  ['a journal that there is not', 'incoming', "commentHelper.add('notes', 'x')", /"notes"/],
  ['a choice as a text', 'outgoing', 'replica.status = entity.state', /not assignable/],
  ['writing in an outgoing script', 'outgoing', "entity.short_description = 'x'", /read-only/],
])('%s is a mistake that the editor can name', (_what, direction, line, message) => {
  const names = direction === 'incoming' ? 'entity, replica, commentHelper' : 'entity, replica'
  const source = `import { ${direction} } from 'accord'\nexport default ${direction}('incident', ({ ${names} }) => {\n  ${line}\n})`
  expect(diagnose('wrong.ts', source)).toEqual([expect.stringMatching(message)])
})
