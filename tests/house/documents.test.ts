import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import {
  flawsOfFolders,
  flawsOfLinks,
  flawsOfMentions,
  flawsOfNumbers,
  flawsOfTasks,
  readDocuments,
} from './documents.ts'

const files = readDocuments(path.join(import.meta.dirname, '../..'))

test('decisions are numbered without a gap: a new one takes the next free number', () => {
  expect(files.has('docs/decisions/0001-pending-until-the-first-signed-call.md')).toBe(true)
  expect(flawsOfNumbers(files)).toEqual([])
})

test('every decision that is named is there', () => {
  expect(flawsOfMentions(files)).toEqual([])
})

test('every link of a document leads somewhere', () => {
  expect(flawsOfLinks(files)).toEqual([])
})

test('README lists each folder at the top', () => {
  expect(flawsOfFolders(files)).toEqual([])
})

test('docs/contributing.md tells of ten tasks and more, each in two to four files that are there', () => {
  expect(files.get('docs/contributing.md')?.match(/^## Add /gmu)?.length).toBeGreaterThan(10)
  expect(flawsOfTasks(files)).toEqual([])
})

describe('what is found in documents that break it', () => {
  const first = 'docs/decisions/0001-one.md'
  const FILES = { [first]: '# 0001 One', 'README.md': `[decision 0001](${first})\n\n## Set up & run\n` }
  const withMore = (more: Readonly<Record<string, string>>) => new Map(Object.entries({ ...FILES, ...more }))

  test('two decisions with one number, a gap, and the heading of another', () => {
    expect(flawsOfNumbers(withMore({}))).toEqual([])
    const second = 'docs/decisions/0001-two.md'
    expect(flawsOfNumbers(withMore({ [second]: '# 0001 Two' }))).toEqual([`${second}: the next decision is 0002`])
    const third = 'docs/decisions/0003-three.md'
    expect(flawsOfNumbers(withMore({ [third]: '# 0003 Three' }))).toEqual([`${third}: the next decision is 0002`])
    expect(flawsOfNumbers(withMore({ [first]: '# 0007 One' }))).toEqual([`${first}: its heading begins with "# 0001 "`])
  })

  test.each([
    ['a comment', 'node-bridge/src/a.ts', '/** As docs/decisions/0009 says. */'],
    ['a sentence', 'CHANGELOG.md', 'See decision 0009.'],
    ['a bracket of another decision', first, '# 0001 One\n\nAs for keys (0009).'],
  ])('%s that names a decision that is not there', (_what, file, text) => {
    expect(flawsOfMentions(withMore({}))).toEqual([])
    expect(flawsOfMentions(withMore({ [file]: text }))).toEqual([`${file}: there is no decision 0009`])
  })

  test.each([
    ['to a file', '[it](gone.md)', 'gone.md leads nowhere'],
    ['to a heading', '[it](../README.md#set-up)', '../README.md#set-up leads nowhere'],
    ['to another decision', '[0002](decisions/0001-one.md)', `0002 leads to ${first}`],
  ])('a link %s that does not lead there', (_what, text, flaw) => {
    const fine =
      '[it](../README.md#set-up--run) [folder](decisions/) [0001](decisions/0001-one.md) [web](https://a.example)'
    expect(flawsOfLinks(withMore({ 'docs/a.md': fine }))).toEqual([])
    expect(flawsOfLinks(withMore({ 'docs/a.md': text }))).toEqual([`docs/a.md: ${flaw}`])
  })

  test('a folder that README lacks, and one that is gone', () => {
    const readme = '| [`docs/`](docs) | text |\n| [`lib/`](lib) | gone |'
    expect(flawsOfFolders(withMore({ 'README.md': readme, 'bench/main.ts': '' }))).toEqual([
      'README.md: its table lacks bench/',
      'README.md: there is no folder lib/',
    ])
  })

  test('a task of five files, and a file that is not there', () => {
    const taskOf = (...named: readonly string[]) =>
      `## Add a text\n\n|  | file |\n| --- | --- |\n${named.map((file, at) => `| ${at + 1} | ${file} |`).join('\n')}\n`
    const texts = { 'i18n/en/jobs.ts': '', 'i18n/de/jobs.ts': '' }
    const flawsWith = (task: string) => flawsOfTasks(withMore({ ...texts, 'docs/contributing.md': task }))
    expect(flawsWith(taskOf('`i18n/<language>/jobs.ts`', '`i18n/{en,de}/<theme>.ts`', '`i18n/en/`', 'a page'))).toEqual(
      [],
    )
    expect(flawsWith(taskOf('a', 'b', 'c', 'd', 'e'))).toEqual(['docs/contributing.md: Add a text takes 5 files'])
    expect(flawsWith(taskOf('`i18n/fr/jobs.ts`', 'a page'))).toEqual([
      'docs/contributing.md: there is no i18n/fr/jobs.ts',
    ])
  })
})
