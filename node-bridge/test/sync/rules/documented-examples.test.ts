import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { declareTables, LanguageService } from '../../../src/sync/language/index.ts'
import { type Direction, runDeleted, runIncoming, runOutgoing } from '../../../src/sync/rules/index.ts'
import type { Field, WritePlan } from '../../../src/trackers/record.ts'
import { DOCUMENTED } from './documented-tables.ts'
import { around, comment, file, incident, instance, rulesOf } from './incidents.ts'

const read = (name: string) => readFileSync(new URL(`../../../../docs/${name}.md`, import.meta.url), 'utf8')
const TRANSLATED = read('coming-from-exalate')
const EXAMPLE =
  /^### (?<heading>[^\n]+)|```ts\n(?<script>import (?:(?!```)[\s\S])*)```\n\n```json\n(?<outcome>[\s\S]*?)```/gm

interface Example {
  readonly name: string
  readonly direction: Direction
  readonly script: string
  readonly outcome: unknown
}

/** Each whole script below a heading, with what stands below it. */
function examplesOf(document: string): readonly Example[] {
  let name = ''
  return [...document.matchAll(EXAMPLE)].flatMap(({ groups = {} }): Example[] => {
    if (groups['heading']) name = groups['heading'].replaceAll('`', '')
    const { script, outcome } = groups
    if (!script || !outcome) return []
    const direction = /export default (outgoing|incoming)/.exec(script)?.[1] as Direction
    return [{ name: `${name} (${direction})`, direction, script, outcome: JSON.parse(outcome) }]
  })
}

const EXAMPLES = examplesOf(read('scripts'))
const TRANSLATIONS = examplesOf(TRANSLATED)

let sandbox: Sandbox
const language = new LanguageService()
beforeAll(() => {
  sandbox = createSandbox({ threads: 1 })
})
afterAll(() => Promise.all([sandbox.close(), language.close()]))

const shown = (field: Field) =>
  field.type === 'choice' ? field.label : field.type === 'reference' ? field.display : field.value

const THEIRS = {
  type: 'issue',
  key: 'ACC-7',
  replica: {
    summary: 'Printer',
    status: 'Done',
    priority: 'High',
    reporter: { name: 'Ann Author', email: 'ann@a.example' },
    customKeys: { team: 'Network' },
  },
}

async function outcomeOf({ direction, script }: Example): Promise<unknown> {
  const rules = await rulesOf(sandbox, direction, script)
  const surroundings = { ...around(), syncedWith: ['A with B'], remote: { key: 'ACC-7' } }
  if (direction === 'outgoing') {
    const ran = await runOutgoing(sandbox, rules, { record: incident(), ...surroundings }, { answer: instance })
    if (ran.kind === 'stopped') return { stopped: ran.reason }
    if (ran.kind === 'failed') throw new Error(JSON.stringify(ran.fault))
    const { replica, comments, files } = ran.result
    return {
      replica,
      comments: comments.map(({ body }) => body),
      attachments: files.map((each) => each.name),
      log: ran.logs,
    }
  }
  const ran = await runIncoming(
    sandbox,
    rules,
    {
      record: incident(),
      theirs: THEIRS,
      changed: ['/status'],
      comments: [comment('c1'), comment('w1', { internal: true })],
      files: [file('f1', 10)],
      ...surroundings,
    },
    { answer: instance },
  )
  if (ran.kind !== 'done') throw new Error(JSON.stringify(ran))
  const { files, syncBack, unlink } = ran.result.plan
  const deletion = { record: incident(), madeBySync: true, ...surroundings }
  const deleted = await runDeleted(sandbox, rules, deletion, { answer: instance })
  if (deleted.kind !== 'done') throw new Error(JSON.stringify(deleted))
  return {
    ...writtenBy(ran.result.plan),
    deleted: deleted.result && { ...writtenBy(deleted.result), deletesRecord: deleted.result.deletes === true },
    attachments: files?.map((each) => each.name) ?? [],
    afterwards: [...(syncBack ? ['syncBack'] : []), ...(unlink ? ['unlink'] : [])],
  }
}

const writtenBy = ({ fields, entries }: Pick<WritePlan, 'fields' | 'entries'>) => ({
  entity: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shown(field)])),
  journal: entries.map(({ journal, body }) => ({ journal, body })),
})

const API = readFileSync(new URL('../../../src/sync/rules/scripts/accord.d.ts', import.meta.url), 'utf8')
const HELPER = /^ {4}(?:readonly )?(?<name>\w+)(?:<[^\n]*>)?[(:]|^ {2}export function (?<made>\w+)/
const DATA = ['Person', 'Comment', 'Attachment', 'Replica', 'Choice']
/** The first answers `unsupported`; the others are members of a reference, or arguments that have a line of their own. */
const WITHOUT = new Set(['store', 'id', 'display', 'word', 'table', 'rules', 'otherwise'])

interface Helper {
  readonly name: string
  /** Its example in the editor, line by line. */
  readonly lines: readonly string[]
}

/** Every member of what scripts are given, apart from what travels, with what stands above it. */
function helpersOf(api: string): readonly Helper[] {
  let [owner, above] = ['', [] as string[]]
  return api.split('\n').flatMap((line): Helper[] => {
    owner = /^ {2}(?:export )?interface (\w+)/.exec(line)?.[1] ?? owner
    if (/^\s*\/\*\*/.test(line)) above = []
    if (/^\s*(?:\/\*\*|\*)/.test(line)) above.push(line.replace(/^\s*(?:\/\*\*|\*\/|\* ?)/, ''))
    const { name, made } = HELPER.exec(line)?.groups ?? {}
    const called = name ?? made
    if (!called) return []
    const example = above.slice(above.indexOf('@example') + 1 || above.length).filter((each) => each !== '')
    above = []
    if (made === undefined && (DATA.includes(owner) || WITHOUT.has(called))) return []
    return [{ name: called, lines: example.map((each) => each.trim()) }]
  })
}

test('every helper has an example in the editor, which stands as it is in a script of the document that the tests run', () => {
  const helpers = helpersOf(API)
  expect(helpers.length).toBeGreaterThan(35)
  const scripts = EXAMPLES.map(({ script }) =>
    script
      .split('\n')
      .map((line) => line.trim())
      .join('\n'),
  )
  const without = helpers.filter(
    ({ name, lines }) =>
      !lines.some((line) => new RegExp(`\\b${name}\\b`).test(line)) ||
      !scripts.some((script) => `\n${script}\n`.includes(`\n${lines.join('\n')}\n`)),
  )
  expect(without).toEqual([])
})

test('each snippet of those who come from elsewhere is translated, twenty and more', () => {
  const theirs = [...TRANSLATED.matchAll(/^```groovy$/gm)]
  expect(TRANSLATIONS).toHaveLength(theirs.length)
  expect(theirs.length).toBeGreaterThanOrEqual(20)
})

describe('an example of the document', () => {
  test.each([...EXAMPLES, ...TRANSLATIONS].map((example) => [example.name, example] as const))(
    '%s',
    async (_name, example) => {
      expect(await outcomeOf(example)).toMatchObject(example.outcome as object)
      const { direction, script } = example
      const draft = { direction, source: script, language: 'en', tables: declareTables(DOCUMENTED, direction) }
      expect(await language.ask({ kind: 'diagnose', draft })).toEqual([])
    },
  )
})
