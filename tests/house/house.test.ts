import path from 'node:path'

import { CONSOLE, CONTRACTS } from '@accord/shared/contracts'
import { expect, test } from '@jest/globals'

import { flawsOfArrows, flawsOfCircles, flawsOfOrder, flawsOfSecluded, flawsOfStrangers } from './arrows.ts'
import { flawsOfBudgets } from './budgets.ts'
import { flawsOfHomes } from './homes.ts'
import { flawsOfOperations } from './operations.ts'
import { AWAY_FROM_HOME, TOO_LONG } from './reasons.ts'
import { NEVER, ROOMS } from './rooms.ts'
import { readTree } from './source.ts'

/** The house as it stands. What each rule finds in a house that breaks it is shown by gate.test.ts. */
const tree = readTree(path.join(import.meta.dirname, '../..'))

test('the whole product is looked at', () => {
  const workspaces = new Set([...tree.keys()].map((file) => file.split('/')[0]))
  expect([...workspaces].toSorted()).toEqual(['console', 'instance-simulator', 'node-bridge', 'now-app', 'shared'])
  expect(tree.size).toBeGreaterThan(900)
})

test('rooms import what the table allows, and the table allows no more', () => {
  expect(flawsOfArrows(tree, ROOMS)).toEqual([])
})

test('the rooms stand in no circle', () => {
  expect([...flawsOfOrder(ROOMS), ...flawsOfCircles(tree, ROOMS)]).toEqual([])
})

test('connections know nothing of sync, the three kinds of call nothing of each other, the sandbox of nobody', () => {
  expect([...flawsOfStrangers(ROOMS, NEVER), ...flawsOfSecluded(tree, ROOMS, NEVER)]).toEqual([])
})

test('SQL stands in store/, the environment in config/, Express in http/', () => {
  expect(flawsOfHomes(tree, AWAY_FROM_HOME)).toEqual([])
})

test('a file over 200 lines or a function over 50 has its reason in reasons.ts', () => {
  expect(flawsOfBudgets(tree, TOO_LONG)).toEqual([])
})

test('an operation is added in four files: its contract, its handler, its service, and whoever offers it', () => {
  expect(flawsOfOperations(tree, [...Object.keys(CONTRACTS), ...Object.keys(CONSOLE)])).toEqual([])
})
