import { expect, test } from '@jest/globals'

import { placeFigures, type Run } from '../render/markdown.ts'
import { limitOf } from '../result/statistics.ts'

const ORDER = ['The limit', 'Calls', 'Start']
const DOCUMENT = [
  'before',
  '<!-- figures: written by npm run bench -- --write-docs -->',
  '### The limit\n\nAn old machine.\n\n| old |\n| --- |',
  '### Calls\n\nAn old machine.',
  '### A measurement that is gone\n\nAn old machine.',
  '### Start\n\nAn old machine.\n\n- a note',
  '<!-- end of figures -->',
  'after',
].join('\n\n')

const machine = {
  at: '2026-03-01',
  node: 'v24',
  system: 'linux',
  processor: 'New',
  cores: 2,
  memoryMb: 1,
  loadBefore: [],
}
const sectionOf = (title: string, values: readonly number[]) => ({
  name: title,
  title,
  figures: values.length > 0 ? [limitOf('a figure', 'ms', values)] : [],
  notes: [],
})
const runOf = (...sections: Run['sections']): Run => ({ machine, warnings: ['Busy.'], sections })

/** What stands under each title. */
const placed = (run: Run) => {
  const [before, ...sections] = placeFigures(DOCUMENT, run, ORDER).split('### ')
  expect(before).toMatch(/^before\n/u)
  expect(sections.at(-1)).toMatch(/<!-- end of figures -->\n\nafter$/u)
  return sections.map((section) => section.replace(/<!-- end[^]*/u, '').trim())
}

test('the measurements of a run stand in the place of those before, each with its machine and its warnings', () => {
  const all = placed(runOf(...ORDER.map((title) => sectionOf(title, [1]))))
  expect(all.map((section) => section.split('\n', 1)[0])).toEqual(ORDER)
  for (const section of all)
    expect(section).toMatch(/^.+\n\nNew, 2 cores.+2026-03-01\.\n\n\*\*Busy\.\*\*\n\n\|[^]+a figure/u)
})

test('what a run did not measure keeps its figures and their date, and what nobody measures any more goes', () => {
  const [limit, calls, start, ...more] = placed(runOf(sectionOf('The limit', [1]), sectionOf('Start', [2])))
  expect(limit).toContain('New, 2 cores')
  expect(calls).toBe('Calls\n\nAn old machine.')
  expect(start).toContain('New, 2 cores')
  expect(more).toEqual([])
})

test('a measurement that failed leaves the figures of before', () => {
  expect(placed(runOf(sectionOf('Start', [])))[2]).toBe('Start\n\nAn old machine.\n\n- a note')
})

test('a document without a place for them is refused', () => {
  expect(() => placeFigures('text', runOf(), ORDER)).toThrow('no place for figures')
})
