import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { readTree } from './source.ts'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const glossary = read('docs/glossary.md')

/** The names in the first column of the table below this heading. */
const named = (heading: string): string[] => {
  const [section = ''] = glossary.split(`\n## ${heading}\n`)[1]?.split('\n## ') ?? []
  return section.split('\n').flatMap((line) => {
    const [, names = ''] = line.split('|')
    return [...names.matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? '')
  })
}

test('the glossary names each folder of the product, and none that is gone', () => {
  const folders = new Set([...readTree(root).keys()].flatMap((file) => path.dirname(file).split('/').slice(1)))
  for (const above of ['src', '']) folders.delete(above)
  expect(named('Folders').toSorted()).toEqual([...folders].toSorted())
})

test('the glossary names each table of the node and of the instance, and none that is gone', () => {
  const [, ofNode = ''] =
    /^export interface Tables \{([^}]*)\}/mu.exec(read('node-bridge/src/store/engine/tables.ts')) ?? []
  const ofInstance = read('now-app/src/server/names.ts').matchAll(/\$\{SCOPE\}_(\w+)`,/gu)
  const tables = new Set([
    ...[...ofNode.matchAll(/^ {2}(\w+):/gmu)].map(([, name]) => name ?? ''),
    ...[...ofInstance].map(([, name]) => name ?? ''),
  ])
  expect(tables.size).toBeGreaterThan(25)
  expect(named('Tables').toSorted()).toEqual([...tables].toSorted())
})
