import { describe, expect, test } from '@jest/globals'
import { array, assert, double, integer, property } from 'fast-check'

import type { Aim } from '../result/figure.ts'
import { figureOf, median, quantile, spreadOf, verdictOf } from '../result/statistics.ts'

const numbers = array(integer({ min: -1000, max: 1000 }), { minLength: 1 })

describe('statistics of the bench', () => {
  test('the median of an even number of values is the mean of the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([9, 1, 5])).toBe(5)
  })

  test('a quantile is one of the values, and at least that share of them is not above it', () => {
    assert(
      property(numbers, double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const found = quantile(values, q)
        expect(values).toContain(found)
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(q * values.length)
      }),
    )
  })

  test('p99 of a hundred values leaves out the slowest one only', () => {
    expect(
      quantile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        0.99,
      ),
    ).toBe(99)
  })

  test('the order in which values came changes nothing', () => {
    assert(
      property(numbers, (values) => {
        expect(spreadOf(values.toReversed())).toEqual(spreadOf(values))
      }),
    )
  })

  test('nothing has no median and no quantile', () => {
    expect(() => median([])).toThrow('nothing')
    expect(() => quantile([], 0.5)).toThrow('nothing')
  })

  test('a ratio is the median by what stands for one', () => {
    const figure = figureOf('redeem', 'ms', [2, 6, 4], { value: 2, to: 'floor' })
    expect(figure.ratio).toEqual({ value: 2, to: 'floor' })
    expect(figure.spread).toEqual({ median: 4, min: 2, max: 6, rounds: 3 })
  })
  test('an aim is verdict by what it names: the median, the ratio to the machine or the ratio to another figure', () => {
    const verdict = (of: Aim['of'], most: number) =>
      verdictOf(
        figureOf('redeem', 'ms', [4], { value: 1, to: 'floor' }, { beside: { value: 2, to: 'x' }, aim: { of, most } }),
      )
    // The median and the ratio are 4, the figure beside it is half of it.
    expect([verdict('median', 4), verdict('ratio', 4), verdict('beside', 2)]).toEqual(['met', 'met', 'met'])
    expect([verdict('median', 3), verdict('ratio', 3), verdict('beside', 1)]).toEqual(['missed', 'missed', 'missed'])
  })
})
