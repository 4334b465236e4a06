import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { ROOMS } from './rooms.ts'

const document = readFileSync(path.join(import.meta.dirname, '../../docs/architecture.md'), 'utf8')

test('docs/architecture.md says of every room what it is for, in the order of the table', () => {
  const [, table = ''] = /\| room \| what it is for \|\n((?:\|.*\n)+)/u.exec(document) ?? []
  const named = table
    .split('\n')
    .slice(1)
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, room = '']) => room))
  expect(named).toEqual([...ROOMS.keys()])
})

test('its drawing has the arrows around a connection that do not follow from others, and no more', () => {
  const [, drawing = ''] = /```mermaid\n([^`]+)```/u.exec(document) ?? []
  const labels = new Map(
    [...drawing.matchAll(/^ {2}([\w-]+)\["(.+)"\]$/gmu)].map(([, id = '', room = '']) => [id, room]),
  )
  const roomOf = (id: string) => labels.get(id) ?? id
  const drawn = [...drawing.matchAll(/^ {2}([\w-]+) --> ([\w-]+)$/gmu)].map(
    ([, from = '', to = '']) => `${roomOf(from)} → ${roomOf(to)}`,
  )
  expect(drawn.toSorted()).toEqual(essentialArrows('nodes', 'backup').toSorted())
})

test('it names every folder of the pages, and none that is gone', () => {
  const [, block = ''] = /## The pages\n[^]*?```\n([^`]+)```/u.exec(document) ?? []
  const named = block.split('\n').flatMap((line) => (line.split(/ {4,}/u)[0] ?? '').split(/ +/u).filter(Boolean))
  const folders = readdirSync(path.join(import.meta.dirname, '../../console/src'), { withFileTypes: true })
  expect(named.toSorted()).toEqual(
    folders
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted(),
  )
})

/** Among the rooms from `first` to `last`: each arrow for which there is no way round. */
function essentialArrows(first: string, last: string): string[] {
  const names = [...ROOMS.keys()]
  const own = new Set(names.slice(names.indexOf(first), names.indexOf(last) + 1))
  const targets = (room: string) => (ROOMS.get(room) ?? []).filter((to) => own.has(to))
  const reaches = (from: string, to: string): boolean => targets(from).some((next) => next === to || reaches(next, to))
  return [...own].flatMap((from) =>
    targets(from)
      .filter((to) => !targets(from).some((other) => other !== to && reaches(other, to)))
      .map((to) => `${from} → ${to}`),
  )
}
