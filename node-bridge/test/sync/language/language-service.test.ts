import { readFileSync } from 'node:fs'

import { afterAll, describe, expect, test } from '@jest/globals'

import { declareTables, LanguageService } from '../../../src/sync/language/index.ts'
import type { Direction } from '../../../src/sync/rules/index.ts'
import { DICTIONARY } from './dictionary.ts'

const service = new LanguageService()
afterAll(() => service.close())

const draftOf = (direction: Direction, source: string, language = 'en') => ({
  direction,
  source,
  language,
  tables: declareTables(DICTIONARY, direction),
})

const diagnose = async (direction: Direction, source: string, language = 'en') =>
  (await service.ask({ kind: 'diagnose', draft: draftOf(direction, source, language) })).map(
    ({ code, from, facts }) => [from.line, code, facts] as const,
  )

/** The place of the bar, and the source without it. */
const at = (direction: Direction, marked: string) => ({
  draft: draftOf(direction, marked.replace('|', '')),
  offset: marked.indexOf('|'),
})

const incoming = (...lines: readonly string[]) =>
  [
    `import { incoming, map } from 'accord'`,
    `export default incoming('incident', ({ entity, replica, changed, nodeHelper, commentHelper }) => {`,
    ...lines,
    '})',
  ].join('\n')

const outgoing = (...lines: readonly string[]) =>
  [
    `import { outgoing } from 'accord'`,
    `export default outgoing('incident', ({ entity, replica, comments }) => {`,
    ...lines,
    '})',
  ].join('\n')

const STATES = 'New, In Progress, On Hold, Resolved'

test('seven mistakes are seven findings on their lines', async () => {
  expect(
    await diagnose(
      'incoming',
      incoming(
        'entity.work_notes += replica.description',
        `entity.state = 'Done'`,
        `entity.sumary = 'x'`,
        `entity.priority = '1'`,
        `commentHelper.add('notes', 'x')`,
      ),
    ),
  ).toEqual([
    [3, 'journal_is_no_field', { field: 'work_notes' }],
    [4, 'choice_unknown', { field: 'state', word: 'Done', words: STATES }],
    [5, 'field_unknown', expect.objectContaining({ field: 'sumary', table: 'incident' })],
    [6, 'field_read_only', { field: 'priority', table: 'incident' }],
    [7, 'journal_unknown', { word: 'notes' }],
  ])
  expect(
    await diagnose('outgoing', outgoing('replica.status = entity.state', `entity.short_description = 'x'`)),
  ).toEqual([
    [3, 'choice_is_no_text', { value: 'entity.state' }],
    [4, 'entity_read_only', { field: 'short_description' }],
  ])
})

describe('a mistake is named in words of records, not of types', () => {
  test.each<readonly [string, string, object]>([
    ['entity.short_descriptoin = "x"', 'field_unknown', { meant: 'short_description' }],
    [`entity.state = map(replica.status, { Done: 'Resolved', Open: 'Opened' })`, 'choice_unknown', { word: 'Opened' }],
    ['entity.state = replica.status', 'choice_from_any_text', { field: 'state', words: STATES }],
    ['entity.state = replica.status!', 'choice_from_any_text', { field: 'state' }],
    ['entity.short_description = replica.summary', 'may_be_empty', { value: 'replica.summary' }],
    ['entity.description = entity.caller_id.display', 'may_be_empty', { value: 'entity.caller_id' }],
    ['entity.description = entity.caller_id!', 'reference_is_no_text', { value: 'entity.caller_id!' }],
    ['entity.description = entity.assignment_group?.get().name ?? ""', 'table_closed', { table: 'sys_user_group' }],
    [`nodeHelper.getTableByName('problem', 'x')`, 'table_closed', { table: 'problem' }],
    [`replica.summary = 'x'`, 'replica_read_only', { field: 'summary' }],
    ['if (replica.sumary) entity.description = "x"', 'replica_name_unknown', { name: 'sumary' }],
    [`if (changed('sumary')) entity.description = "x"`, 'replica_name_unknown', { name: 'sumary' }],
    [`console.log('x')`, 'name_unknown', { name: 'console' }],
    [`entity.description = new Date().toISOString()`, 'no_clock', { name: 'new Date()' }],
    [`entity.description = String(Date.now())`, 'no_clock', { name: 'Date.now' }],
    [`entity.description = String(Math.random())`, 'no_chance', { name: 'Math.random' }],
    [`entity.description = Intl.DateTimeFormat().format(0)`, 'name_unknown', { name: 'Intl.DateTimeFormat' }],
    ['entity.active = false', 'field_read_only', { field: 'active' }],
    ['entity.short_description = ;', 'compiler', {}],
  ])('%s', async (line, code, facts) => {
    expect(await diagnose('incoming', incoming(line))).toEqual([[3, code, expect.objectContaining(facts)]])
  })

  test('a helper of the other direction', async () => {
    const source = outgoing('').replace('comments }', 'commentHelper }')
    expect(await diagnose('outgoing', source)).toEqual([
      [2, 'helper_unknown', expect.objectContaining({ name: 'commentHelper' })],
    ])
  })

  test('what may be written and not read is not there for what leaves', async () => {
    expect(await diagnose('incoming', incoming(`entity.close_code = 'x'`))).toEqual([])
    expect(await diagnose('outgoing', outgoing('replica.resolution = entity.close_code'))).toEqual([
      [3, 'field_unknown', expect.objectContaining({ field: 'close_code' })],
    ])
  })

  test('a module that is not there', async () => {
    expect(await diagnose('incoming', `import fs from 'node:fs'\n${incoming('')}`)).toEqual([
      [1, 'import_unknown', { name: "'node:fs'" }],
    ])
  })
})

test('a sound script has none, and neither has a helper without types', async () => {
  const file = new URL('../../../src/sync/rules/scripts/incident-with-incident.outgoing.ts', import.meta.url)
  expect(await diagnose('outgoing', readFileSync(file, 'utf8').replace(/^.*close_(?:code|notes).*$/gm, ''))).toEqual([])
  expect(
    await diagnose('incoming', `const twice = (word) => word + word\n${incoming(`entity.description = twice('x')`)}`),
  ).toEqual([])
})

test('the template of a new connection has none on an instance that lists its own states and resolution codes', async () => {
  const listed = (name: string, labels: readonly string[]) => ({
    name,
    label: name,
    type: 'choice' as const,
    maxLength: 40,
    mayRead: true,
    mayWrite: true,
    choices: labels.map((label) => ({ value: label.toLowerCase(), label })),
  })
  const lists = [
    listed('state', ['New', 'In Progress', 'On Hold', 'Resolved', 'Closed', 'Canceled']),
    listed('close_code', ['Solution provided', 'Duplicate']),
    { ...listed('correlation_display', []), type: 'text' as const },
  ]
  const dictionary = DICTIONARY.map((each) =>
    each.table === 'incident'
      ? { ...each, fields: [...each.fields.filter(({ name }) => !lists.some((list) => list.name === name)), ...lists] }
      : each,
  )
  for (const direction of ['outgoing', 'incoming'] as const) {
    const file = new URL(`../../../src/sync/rules/scripts/incident-with-incident.${direction}.ts`, import.meta.url)
    const draft = {
      direction,
      source: readFileSync(file, 'utf8'),
      language: 'en',
      tables: declareTables(dictionary, direction),
    }
    expect(await service.ask({ kind: 'diagnose', draft })).toEqual([])
  }
})

test('what the compiler says itself is in the language of the reader, back and forth', async () => {
  const draft = (language: string) => draftOf('incoming', incoming('const x: string = 1'), language)
  const say = async (language: string) => (await service.ask({ kind: 'diagnose', draft: draft(language) }))[0]?.message
  const english = "Type 'number' is not assignable to type 'string'."
  expect(await say('en')).toBe(english)
  expect(await say('de')).toMatch(/^Der Typ "number" kann dem Typ "string" nicht zugewiesen werden/u)
  expect(await say('fr')).toBe(english)
})

test('no file of this machine is seen, however it is asked for', async () => {
  const manifest = new URL('../../../package.json', import.meta.url).pathname
  const source = [
    `/// <reference path="${manifest}" />`,
    `import all from '${manifest}'`,
    `import ts from 'typescript'`,
    incoming('entity.description = all.name'),
  ].join('\n')
  const codes = (await diagnose('incoming', source)).map(([line, code]) => `${line} ${code}`)
  expect(codes).toEqual(['1 compiler', '2 import_unknown', '3 import_unknown'])
})

test('what may stand there: fields with their labels, words of a choice, names of a replica', async () => {
  const complete = async (marked: string, direction: Direction = 'incoming') => {
    const place = at(direction, marked)
    const { from, options } = await service.ask({ kind: 'complete', ...place })
    return { before: place.draft.source.slice(from, place.offset), options }
  }
  const fields = await complete(incoming('entity.sho|'))
  expect(fields.before).toBe('sho')
  expect(fields.options.map(({ label }) => label)).toEqual(expect.arrayContaining(['short_description', 'state']))
  expect(fields.options.find(({ label }) => label === 'caller_id')?.documentation).toBe(
    'Caller (reference to sys_user)',
  )
  const states = await complete(incoming(`entity.state = '|'`))
  expect(states.options.map(({ label }) => label)).toEqual(expect.arrayContaining(['In Progress', 'Resolved']))
  const journals = await complete(incoming(`commentHelper.add('|')`))
  expect(journals.options.map(({ label }) => label)).toEqual(['comments', 'work_notes'])
  const helpers = await complete(outgoing('replica.comments = comments.|'), 'outgoing')
  expect(helpers.options.map(({ label }) => label)).toEqual(['all', 'internal', 'visible'])
  expect(helpers.options.at(-1)).toMatchObject({
    documentation: 'Entries that customers read.',
    example: 'replica.comments = comments.visible()',
  })
  const given = await complete(incoming('').replace('commentHelper }', 'commentHelper, | }'))
  expect(given.options.find(({ label }) => label === 'syncHelper')?.example).toContain('syncHelper.remoteKey')
})

test('what stands there, and the call around it', async () => {
  const describeAt = (marked: string) => service.ask({ kind: 'describe', ...at('incoming', marked) })
  const field = await describeAt(incoming('entity.short_desc|ription = "x"'))
  expect(field.hover).toMatchObject({
    text: '(property) incident.short_description: string',
    documentation: 'Short description (text, 160 characters)',
  })
  const call = await describeAt(incoming(`commentHelper.add('comments', |)`))
  const { text = '', parameter } = call.signature ?? {}
  expect(text.slice(parameter?.from, parameter?.to)).toBe('body: string')
  expect(call.signature?.example).toBe("commentHelper.add('work_notes', 'Seen by the partner')")
  const merge = await describeAt(incoming('commentHelper.merge|Comments()'))
  expect(merge.hover?.example.split('\n')).toHaveLength(4)
  expect(merge.hover?.documentation).not.toContain('@example')
})

test('types without an end cost the one who wrote them an answer, and nobody else', async () => {
  const bounded = new LanguageService({ answerMs: 6_000 })
  const digits = `type D = ${Array.from({ length: 10 }, (_, digit) => `'${digit}'`).join(' | ')}`
  const many = Array.from(
    { length: 200 },
    (_, count) => `type N${count} = \`${count}\${D}\${D}\${D}\${D}\`; let n${count}: N${count} & \`\${string}7\``,
  )
  try {
    const endless = draftOf('incoming', [digits, ...many].join('\n'))
    await expect(bounded.ask({ kind: 'diagnose', draft: endless })).rejects.toMatchObject({ code: 'retry_later' })
    const sound = draftOf('incoming', incoming(`entity.description = 'x'`))
    expect(await bounded.ask({ kind: 'diagnose', draft: sound })).toEqual([])
  } finally {
    await bounded.close()
  }
})

test('a compiler that nobody asks gives its memory back, and comes again', async () => {
  const idle = new LanguageService({ idleMs: 50 })
  const ask = () => idle.ask({ kind: 'diagnose', draft: draftOf('incoming', incoming(`entity.description = 'x'`)) })
  expect(idle.isRunning).toBe(false)
  await ask()
  const until = Date.now() + 10_000
  while (idle.isRunning && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(idle.isRunning).toBe(false)
  expect(await ask()).toEqual([])
  await idle.close()
})
