import { describe, expect, test } from '@jest/globals'

import { cellsOf } from '../render/cells.ts'
import { formatValue } from '../render/format.ts'
import { renderPlot } from '../render/plot.ts'
import { renderTable } from '../render/table.ts'
import { isBusy } from '../result/machine.ts'
import { figureOf, limitOf } from '../result/statistics.ts'

const slow = figureOf('slow', 'per second', [10], { value: 40, to: 'node:http' })
const fast = limitOf('a faster one', 'per second', [39, 40, 41])

const barOf = (line: string) => [...line].filter((character) => character === '█').length

describe('the bench in words', () => {
  test('a figure shows about three digits', () => {
    expect([0.1234, 12.345, 123.45, 12_345.6].map(formatValue)).toEqual(['0.12', '12.3', '123', '12,346'])
  })

  test('every figure stands with median, extremes and its ratio, and every note below', () => {
    const lines = renderTable({ name: 'x', title: 'Title', figures: [slow, fast], notes: ['a note'] }).split('\n')
    expect(lines[0]).toBe('Title')
    expect(lines[2]).toMatch(/slow +10\.0 +10\.0 +10\.0 +per second +0\.25 × node:http$/u)
    expect(lines[3]).toMatch(/a faster one +40\.0 +39\.0 +41\.0 +per second$/u)
    expect(lines.at(-1)).toBe('  (a note)')
  })

  test('a figure that stands beside another one tells both ratios, and its aim says which of them counts', () => {
    const beside = { value: 5, to: 'undisturbed' }
    const figure = figureOf('p99', 'ms', [10], { value: 1, to: 'floor' }, { beside, aim: { of: 'beside', most: 2 } })
    expect(cellsOf(figure).slice(4)).toEqual(['ms', '10.0 × floor, 2.00 × undisturbed', '≤ 2 ×', 'met'])
  })

  test('the longest bar fills the plot, the others are in proportion', () => {
    const [, first = '', second = ''] = renderPlot([slow, fast], 'per second').split('\n')
    expect([barOf(first), barOf(second)]).toEqual([10, 40])
  })

  test('one figure alone is no plot, and another unit does not count', () => {
    expect(renderPlot([slow, limitOf('p50', 'ms', [3])], 'per second')).toBe('')
  })

  test('a machine on which more than a quarter of the cores was at work is called busy', () => {
    expect(isBusy({ cores: 2, loadBefore: [0.6, 0, 0] })).toBe(true)
    expect(isBusy({ cores: 2, loadBefore: [0.4, 9, 9] })).toBe(false)
  })
})
