import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { UnmappedWord } from '@accord/shared/schemas'
import { lineToAdd } from '../src/configuration/editor/code/line-to-add.ts'

const SCRIPTS = '../../node-bridge/src/sync/rules/scripts/'
const INCOMING = readFileSync(new URL(`${SCRIPTS}incident-with-incident.incoming.ts`, import.meta.url), 'utf8')
const STATES = ['New', 'In Progress', 'On Hold', 'Resolved', 'Closed', 'Canceled']

type Word = Pick<UnmappedWord, 'kind' | 'path' | 'word'> & { readonly words: readonly string[] }
const add = (word: Partial<Word>, source = INCOMING) =>
  lineToAdd(source, { kind: 'value', path: '/status', word: 'Pending', words: STATES, ...word })

/** Lines that were not there before, and what is selected. */
function difference(word: Partial<Word>, source = INCOMING) {
  const added = add(word, source)
  if (!added) return undefined
  const before = new Set(source.split('\n'))
  const lines = added.source.split('\n').filter((line) => !before.has(line))
  return { lines: lines.map((line) => line.trim()), selected: added.source.slice(added.from, added.to) }
}

describe('a word that a table of the script does not know', () => {
  test('gets a line of its own below the last one, with nothing that could be right by chance', () => {
    expect(difference({})).toEqual({ lines: ["Pending: '?',"], selected: '?' })
    const source = add({})?.source ?? ''
    expect(source).toContain("        Done: 'Resolved',\n        Pending: '?',\n      })")
  })

  test('goes to the table with these words, in the shape of the lines beside it', () => {
    const words = ['1', '2', '3', '4', '5']
    const otherwise = { kind: 'otherwise', path: '/priority', word: '6 - None', words } as const
    expect(difference(otherwise)?.lines).toEqual(["'6 - None': ['?', '?'],"])
    const onOneLine =
      "map(replica.priority, { 1: ['1', '1'], 2: ['1', '2'], 3: ['2', '2'], 4: ['2', '3'], 5: ['3', '3'] }, ['3', '3'])\n"
    expect(difference(otherwise, onOneLine)?.lines).toEqual([
      "map(replica.priority, { 1: ['1', '1'], 2: ['1', '2'], 3: ['2', '2'], 4: ['2', '3'], 5: ['3', '3'], '6 - None': ['?', '?'] }, ['3', '3'])",
    ])
  })

  test('is found by what is looked up, where the table was changed since', () => {
    expect(difference({ words: ['gone'] })?.lines).toEqual(["Pending: '?',"])
    expect(difference({ words: ['gone'], path: '/customKeys/nothing' })).toBeUndefined()
  })

  test('that has a line by now is shown, and nothing is written twice', () => {
    const once = add({})?.source ?? ''
    expect(add({}, once)).toMatchObject({ source: once, isThere: true })
  })

  test.each([
    ["O'Brien", "'O\\'Brien': '?',"],
    ['two\nlines', "'two\\nlines': '?',"],
    ['back\\slash "quoted"', `'back\\\\slash "quoted"': '?',`],
    ["'}); stop('", "'\\'}); stop(\\'': '?',"],
    ['__proto__', "['__proto__']: '?',"],
  ])('%j stays a word, whatever stands in it', (word, line) => {
    expect(difference({ word })?.lines).toEqual([line])
  })

  test('an empty table gets its first line', () => {
    const source = "import { incoming, map } from 'accord'\nentity.state = map(replica.status, {})\n"
    expect(difference({ words: [] }, source)).toEqual({
      lines: ["entity.state = map(replica.status, { Pending: '?' })"],
      selected: '?',
    })
  })
})

describe('a choice that a field does not have', () => {
  test('is translated where it is written as it came', () => {
    const choice = { kind: 'choice', path: 'close_code', word: 'Duplicate', words: ['Solved'] } as const
    expect(difference(choice)).toEqual({
      lines: [
        "if (changed('customKeys.closeCode') && closeCode) entity.close_code = map(String(closeCode as typeof entity.close_code), { Duplicate: '?' }, closeCode as typeof entity.close_code)",
      ],
      selected: '?',
    })
  })

  test('is corrected where the script itself says it', () => {
    const source = INCOMING.replace("Closed: 'Closed'", "Closed: 'Shut'")
    const found = add({ kind: 'choice', path: 'state', word: 'Shut', words: STATES }, source)
    expect(found).toMatchObject({ source, isThere: true })
    expect(source.slice(found?.from, found?.to)).toBe('Shut')
  })

  test('brings the import of `map` along', () => {
    const source = "import { incoming } from 'accord'\nentity.state = replica.status\n"
    const found = add({ kind: 'choice', path: 'state', word: 'Open', words: [] }, source)
    expect(found?.source).toBe(
      "import { incoming, map } from 'accord'\nentity.state = map(String(replica.status), { Open: '?' }, replica.status)\n",
    )
    expect(found?.source.slice(found.from, found.to)).toBe('?')
  })
})

test('an address that nobody has here is translated, and the next one becomes a line of the same table', () => {
  const user = { kind: 'user', path: '/reporter', word: 'ann@a.example', words: [] } as const
  const once = add(user)?.source ?? ''
  const call =
    "nodeHelper.getUserByEmail(map(replica.reporter?.email, { 'ann@a.example': '?' }, replica.reporter?.email))"
  expect(once).toContain(call)
  expect(difference({ ...user, word: 'bob@a.example' }, once)?.lines[0]).toContain(
    "{ 'ann@a.example': '?', 'bob@a.example': '?' }",
  )
})
