/** Rules as files: what is pulled, changed, tried and published, and what never is. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ts from 'typescript'

import { dictionaryOf } from '../trackers/memory/memory-dictionary.ts'
import { type SyncCompanies, startSyncCompanies } from '../stories/sync-companies.ts'
import { configureSync, INCIDENT_ONLY, publish, script, untilRecord, valueOf } from '../stories/sync-company.ts'
import { accord } from './accord.ts'
import { runCommand } from './run-command.ts'

const TOKEN = 'operator-token-of-this-test-and-no-other'
/** By the compiler's word, too: a choice is not any text. */
const TYPED = script('incoming').replace('entity.impact = replica.priority', "entity.impact = '1 - High'")

let both: SyncCompanies
let dir = ''
/** Of the connection. */
let folder = ''
let OUTGOING = ''
let INCOMING = ''

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'accord-rules-'))
  both = await startSyncCompanies({ fresh: async () => ({}) }, INCIDENT_ONLY, { ACCORD_OPERATOR_TOKEN: TOKEN })
  await configureSync(both.acme, both.ids.acme)
  await configureSync(both.globex, both.ids.globex, { incoming: TYPED })
  both.globex.tracker.describeAs(dictionaryOf({ ...INCIDENT_ONLY, sys_user: { prefix: '', draft: {} } }))
  const { connection } = await both.globex.client.call('readConnection', { params: { connectionId: both.ids.globex } })
  folder = connection.name.toLowerCase().replaceAll(' ', '-')
  OUTGOING = `connections/${folder}/incident.outgoing.ts`
  INCOMING = `connections/${folder}/incident.incoming.ts`
  both.acme.tracker.create('incident', { short_description: 'Mail is down', description: 'since nine' })
  await untilRecord('Globex has it', both.globex, (record) => valueOf(record, 'description') === 'since nine')
  await both.settled()
}, 120_000)
afterAll(async () => {
  await both.close()
  rmSync(dir, { recursive: true, force: true })
})

const rules = (words: string, more: readonly string[] = []) =>
  runCommand(['rules', ...words.split(' '), '--dir', dir, ...more], {
    ACCORD_URL: both.globex.bridge.listenUrl,
    ACCORD_OPERATOR_TOKEN: TOKEN,
  })

const fileOf = (name: string) => path.join(dir, name)
const textOf = (name: string) => readFileSync(fileOf(name), 'utf8')
const edit = (name: string, from: string, to: string) => {
  expect(textOf(name)).toContain(from)
  writeFileSync(fileOf(name), textOf(name).replace(from, to))
}
const allFiles = () =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .map((name) => [path.relative(dir, name), readFileSync(name, 'utf8')]),
  )
const versionsOf = async () => {
  const params = { connectionId: both.ids.globex }
  const { outgoing, incoming } = await both.globex.client.call('readSyncConfiguration', { params })
  return [outgoing?.version, incoming?.version]
}

test('a pull writes scripts that an editor knows the types of, a second one changes no byte, and no secret is among them', async () => {
  const first = await rules('pull')
  expect([first.isRefusal, first.text]).toEqual([false, expect.stringContaining(`${OUTGOING}: brought`)])
  const files = allFiles()
  expect(Object.keys(files).toSorted()).toEqual(
    [
      '.gitattributes',
      'README.md',
      'accord.d.ts',
      INCOMING,
      OUTGOING,
      'tables.d.ts',
      'triggers.json',
      'tsconfig.json',
    ].toSorted(),
  )
  expect(files[OUTGOING]).toBe(script('outgoing'))
  expect(files['tables.d.ts']).toContain('short_description')
  expect(Object.values(files).join('')).not.toContain(TOKEN)
  expect((await rules('pull')).text).toBe('3 of 3 are the same as at the node.')
  expect(allFiles()).toEqual(files)
  const config = ts.getParsedCommandLineOfConfigFile(
    fileOf('tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {})
  expect(config?.fileNames).toHaveLength(4)
  const said = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
  expect(said).toEqual([])
})

test('what was recorded of a real record is run again without a node; a changed script is caught, with a report', async () => {
  const { json } = await rules(`record ${folder}`)
  const [recording = ''] = (json as { files: string[] }).files
  expect(recording).toMatch(new RegExp(`^connections/${folder}/recordings/incident\\.outgoing\\.INC\\d+\\.json$`, 'u'))
  expect((await rules('test')).text).toContain('nobody has said what is right')
  expect((await rules('test --update')).isRefusal).toBe(false)
  expect(await rules('test')).toMatchObject({ isRefusal: false, text: '2 scripts, 1 recordings: all right.' })
  expect(JSON.parse(textOf(recording))).toMatchObject({
    expect: { kind: 'done', result: { replica: { summary: 'Mail is down', status: 'New' } } },
  })
  const before = textOf(recording)
  await rules(`record ${folder}`)
  await rules('test --update')
  expect(textOf(recording).replaceAll(/"now": ".*"/g, '')).toBe(before.replaceAll(/"now": ".*"/g, ''))

  edit(
    OUTGOING,
    'replica.summary = entity.short_description',
    "replica.summary = '<' + entity.short_description + '\\u0007'",
  )
  const report = fileOf('out/report.xml')
  const failed = await rules('test', ['--junit', report])
  expect(failed.isRefusal).toBe(true)
  expect(failed.text).toMatch(/^-.*"summary": "Mail is down"/mu)
  expect(readFileSync(report, 'utf8')).toContain(`<testsuite name="${folder}" tests="3" failures="1"`)
  expect(readFileSync(report, 'utf8')).toContain('&lt;Mail is down')
  rmSync(fileOf('out'), { recursive: true })
  const ended = await accord(['rules', 'test', '--dir', dir], {})
  expect([ended.code, ended.stdout]).toEqual([1, expect.stringContaining('1 wrong')])
  await rules('pull --force')
}, 120_000)

test('what a script asks and nobody has recorded is no answer, and a wrong word is named by file, line and column', async () => {
  edit(
    OUTGOING,
    'replica, comments }) => {',
    "replica, comments, nodeHelper }) => {\n  nodeHelper.getUserByEmail('x@y.example')",
  )
  expect((await rules('test')).text).toMatch(/the script asks \w+ .*record it again/u)
  edit(OUTGOING, 'entity.short_description', 'entity.shrot_description')
  const place = new RegExp(`^${OUTGOING}:5:28: field_unknown: `, 'mu')
  expect(await rules('test')).toMatchObject({ isRefusal: true, text: expect.stringMatching(place) })
  expect(await rules('push')).toMatchObject({ isRefusal: true, text: expect.stringMatching(place) })
  expect(await rules('publish --publish')).toMatchObject({ isRefusal: true })
  expect(await versionsOf()).toEqual([1, 1])
  await rules('pull --force')
})

test('nothing is published without --publish; what is published is what stood here, by whom and why', async () => {
  edit(
    OUTGOING,
    'replica.summary = entity.short_description',
    'replica.summary = `${entity.number} ${entity.short_description}`',
  )
  expect(await rules('diff')).toMatchObject({
    isRefusal: true,
    text: expect.stringMatching(/^\+ +replica\.summary = `/mu),
  })
  for (const words of ['push', 'publish --yes']) expect((await rules(words)).text).toContain('Nothing was published')
  expect(await versionsOf()).toEqual([1, 1])
  expect(await rules('publish --publish')).toMatchObject({
    isRefusal: true,
    text: expect.stringContaining('1 of 1 pairs would change'),
  })
  expect(await versionsOf()).toEqual([1, 1])
  const done = await rules('publish --publish --yes', ['--note', 'the number comes first', '--actor', 'ada'])
  expect(done).toMatchObject({ isRefusal: false, text: expect.stringContaining('outgoing is version 2') })
  const { versions } = await both.globex.client.call('listRulesVersions', { params: { connectionId: both.ids.globex } })
  expect(versions[0]).toMatchObject({
    direction: 'outgoing',
    version: 2,
    note: 'the number comes first',
    publishedBy: 'ada',
  })
  expect((await rules('diff')).isRefusal).toBe(false)
  expect((await rules('publish --publish')).text).toBe(`${folder}: as it is published`)
  expect(await versionsOf()).toEqual([2, 1])
})

test('line ends and marks of an editor are no change, also of a script that was published with them', async () => {
  const windows = TYPED.replaceAll('\n', '\r\n')
  await publish(both.globex, both.ids.globex, { incoming: windows })
  await rules('pull')
  expect(textOf(INCOMING)).toBe(TYPED)
  writeFileSync(fileOf(INCOMING), `\uFEFF${windows}\r\n\r\n`)
  edit(OUTGOING, 'replica.description', 'replica.description ')
  expect((await rules('push')).text).not.toContain(INCOMING)
  const [, before] = await versionsOf()
  await rules('publish --publish --yes')
  expect((await versionsOf())[1]).toBe(before)
})

test('who has published since is named, and nothing of theirs is lost: neither there by a push nor here by a pull', async () => {
  await rules('pull --force')
  const theirs = textOf(OUTGOING).replace('comments.visible()', 'comments.visible() // theirs')
  await publish(both.globex, both.ids.globex, { outgoing: theirs, actor: 'Grace' })
  const versions = await versionsOf()
  edit(OUTGOING, 'comments.visible()', 'comments.visible() // ours')
  expect(await rules('publish --publish --yes')).toMatchObject({
    isRefusal: true,
    text: expect.stringMatching(/Grace has published version \d+ of the outgoing script .*accord rules pull/u),
  })
  expect(await versionsOf()).toEqual(versions)
  expect(await rules('pull')).toMatchObject({
    isRefusal: true,
    text: expect.stringContaining(`${OUTGOING}: changed here AND`),
  })
  expect(textOf(OUTGOING)).toContain('// ours')
  // Nor by a second attempt: the folder is still based on what it was.
  expect(await rules('publish --publish --yes')).toMatchObject({ isRefusal: true })
  await rules('pull --force')
  expect(textOf(OUTGOING)).toContain('// theirs')
  const { trigger } = await both.globex.client.call('readSyncConfiguration', {
    params: { connectionId: both.ids.globex },
  })
  const condition = { query: trigger?.query ?? '', history: 'visible' as const }
  await publish(both.globex, both.ids.globex, { trigger: { ...condition, isActive: false }, actor: 'Olga' })
  edit('triggers.json', '"history": "visible"', '"history": "all"')
  expect((await rules('push')).text).toMatch(/Olga has changed the condition/u)
  await rules('pull --force')
  expect(textOf('triggers.json')).toContain('"isActive": false')
})

test('a folder that somebody has prepared reads and writes nothing outside of itself', async () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'accord-outside-'))
  writeFileSync(path.join(outside, 'secret'), 'of somebody else')
  rmSync(fileOf(OUTGOING))
  symlinkSync(path.join(outside, 'secret'), fileOf(OUTGOING))
  for (const words of ['push', 'pull --force', 'diff', 'test']) await expect(rules(words)).rejects.toThrow('is a link')
  expect(readFileSync(path.join(outside, 'secret'), 'utf8')).toBe('of somebody else')
  rmSync(fileOf(OUTGOING))
  const manifest = textOf('triggers.json')
  writeFileSync(fileOf('triggers.json'), manifest.replace(`"${folder}"`, `"../../${path.basename(outside)}"`))
  await expect(rules('pull')).rejects.toThrow('triggers.json cannot be read')
  writeFileSync(fileOf('triggers.json'), manifest.replace('"table": "incident"', '"table": "../incident"'))
  await expect(rules('push')).rejects.toThrow('triggers.json cannot be read')
  writeFileSync(fileOf('triggers.json'), manifest)
  mkdirSync(fileOf(`connections/${folder}/recordings`), { recursive: true })
  writeFileSync(fileOf(`connections/${folder}/recordings/broken.json`), '{')
  await rules('pull')
  expect(await rules('test')).toMatchObject({
    isRefusal: true,
    text: expect.stringContaining('broken.json is no JSON'),
  })
  rmSync(outside, { recursive: true })
})
