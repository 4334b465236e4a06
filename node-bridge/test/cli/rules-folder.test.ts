/** What stands between a node and a repository: names of folders, and lines. */
import { describe, expect, test } from '@jest/globals'

import { asLines } from '../../src/cli/rules/folder.ts'
import { FOLDER_NAME, nameFolders } from '../../src/cli/rules/folder-names.ts'
import { junitOf } from '../../src/cli/rules/junit.ts'
import { diffLines } from '../../src/cli/rules/line-diff.ts'
import { outcomeOf } from '../../src/cli/rules/pull.ts'

const ID = ['11111111-0000-4000-8000-000000000000', '22222222-0000-4000-8000-000000000000'] as const
const named = (...names: readonly string[]) => names.map((name, at) => ({ id: ID[at] ?? '', name }))
const foldersOf = (...names: readonly string[]) => [...nameFolders(named(...names), new Map()).values()]

describe('the folder of a connection', () => {
  test.each([
    ['Acme to Globex', 'acme-to-globex'],
    ['Müller & Söhne ⇄ ACME', 'muller-sohne-acme'],
    ['../../etc/passwd', 'etc-passwd'],
    ['日本', 'connection-11111111'],
    ['CON', 'con-11111111'],
    ['..', 'connection-11111111'],
    ['x'.repeat(255), 'x'.repeat(60)],
  ])('of %s is %s', (name, folder) => expect(foldersOf(name)).toEqual([folder]))

  test('of two that would share one, each has a part of its id, whichever is listed first', () => {
    const folders = ['acme-11111111', 'acme-22222222']
    expect(foldersOf('Acme', 'ACME')).toEqual(folders)
    expect([...nameFolders(named('Acme', 'acme!').toReversed(), new Map()).values()]).toEqual(folders)
    for (const folder of folders) expect(folder).toMatch(FOLDER_NAME)
  })

  test('stays, whatever the connection is called by now, and is given to no other', () => {
    const known = new Map([[ID[0], 'acme']])
    expect([...nameFolders(named('Initech', 'Acme'), known)]).toEqual([
      [ID[0], 'acme'],
      [ID[1], 'acme-22222222'],
    ])
  })
})

test.each([
  ['a', 'a', 'x', 'same'],
  [undefined, 'a', undefined, 'brought'],
  ['base', 'new', 'base', 'brought'],
  ['mine', 'base', 'base', 'edited'],
  ['mine', 'new', 'base', 'conflict'],
  ['mine', 'a', undefined, 'conflict'],
])('here %s, there %s, pulled %s: %s', (here, there, base, outcome) =>
  expect(outcomeOf({ here, there, base, isForced: false })).toBe(outcome),
)

test('lines end in one way, whoever wrote them', () => {
  expect(asLines('\uFEFFa\r\nb\rc\n\n\n')).toBe('a\nb\nc\n')
  expect(asLines('')).toBe('')
})

test('a difference shows what goes, what comes, and three lines around', () => {
  expect(diffLines('1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\nfive\n6\n7\n8\n9\n')).toEqual([
    '@@ -2,7 +2,7 @@',
    ' 2',
    ' 3',
    ' 4',
    '-5',
    '+five',
    ' 6',
    ' 7',
    ' 8',
  ])
  expect(diffLines('a\n', 'a\n')).toEqual([])
  expect(diffLines('', 'a\n')).toEqual(['@@ -0,0 +1,1 @@', '+a'])
  const long = Array.from({ length: 3_000 }, (_, at) => `${at}`)
  expect(diffLines(long.join('\n'), long.map((line) => `${line}!`).join('\n'))).toHaveLength(6_000)
})

test('a report is XML, whatever a script has said', () => {
  const problems = ['<script>&"\u0007\uD800']
  const report = junitOf([{ folder: 'a', name: 'b', kind: 'script', problems, seconds: 0.5 }])
  expect(report).toContain('message="&lt;script&gt;&amp;&quot;��"')
  expect(report).toContain('tests="1" failures="1"')
})
