import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { declareTables, LanguageService } from '../../../src/sync/language/index.ts'
import { type Direction, runIncoming, runOutgoing } from '../../../src/sync/rules/index.ts'
import type { Field } from '../../../src/trackers/record.ts'
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
  const { fields, entries, files, syncBack, unlink } = ran.result.plan
  return {
    entity: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shown(field)])),
    journal: entries.map(({ journal, body }) => ({ journal, body })),
    attachments: files?.map((each) => each.name) ?? [],
    afterwards: [...(syncBack ? ['syncBack'] : []), ...(unlink ? ['unlink'] : [])],
  }
}

test('the document shows every helper of the API', () => {
  const api = readFileSync(new URL('../../../src/sync/rules/scripts/accord.d.ts', import.meta.url), 'utf8')
  const helpers = [...api.matchAll(/^ {4}(?:readonly )?(\w+)(?:<[^\n]*>)?[(:]/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => !PROPERTIES_OF_DATA.has(name))
  const missing = [...new Set(helpers)].filter(
    (name) => !NOT_YET.has(name) && !EXAMPLES.some(({ script }) => new RegExp(`\\b${name}\\b`).test(script)),
  )
  expect(missing).toEqual([])
})

test('each snippet of those who come from elsewhere is translated, twenty and more', () => {
  const theirs = [...TRANSLATED.matchAll(/^```groovy$/gm)]
  expect(TRANSLATIONS).toHaveLength(theirs.length)
  expect(theirs.length).toBeGreaterThanOrEqual(20)
})

/** Members of what travels, which an example would only list. */
const PROPERTIES_OF_DATA = new Set(
  'name email id body author at internal edited type bytes sha256 key url summary description status resolution priority reporter assignee group dueAt labels customKeys comments attachments value label display word table otherwise'.split(
    ' ',
  ),
)
/** They answer `unsupported`. */
const NOT_YET = new Set(['store'])

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
