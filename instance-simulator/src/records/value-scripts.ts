import type { Caller } from '../contracts.ts'
import type { Manner } from './operators.ts'
import { fromLocal, toLocal } from '../engine/glide/times/zones.ts'
import { addUnits, endOf, formatInstant, startOf, type CalendarUnit } from './calendar.ts'

/** What a `javascript:` value in a query or a default may look at. */
export interface ValueScope {
  readonly caller: Caller
  readonly now: number
  /** Days, weeks and months begin in this time zone. */
  readonly zone?: string
  /** How values are compared, where it is not as in a query. */
  readonly manner?: Manner
  property(name: string): string | undefined
  groupsOf(userSysId: string): readonly string[]
  notSimulated(what: string): never
}

type ValueFunction = (scope: ValueScope, args: readonly string[]) => string

const units = {
  Minute: 'minute',
  Hour: 'hour',
  Day: 'day',
  Week: 'week',
  Month: 'month',
  Quarter: 'quarter',
  Year: 'year',
} as const satisfies Record<string, CalendarUnit>

/** Moves an instant by what the clocks of the person show. */
const byClocks = ({ zone = 'UTC' }: ValueScope, ms: number, move: (localMs: number) => number): number =>
  fromLocal(move(toLocal(ms, zone)), zone)

const count = (args: readonly string[]) => Number(args[0] ?? 0)

/** gs.minutesAgo(n), gs.minutesAgoStart(n), gs.minutesAgoEnd(n), and so for every unit. */
function agoFunctions(): [string, ValueFunction][] {
  return Object.values(units).flatMap((unit): [string, ValueFunction][] => {
    const ago = (scope: ValueScope, args: readonly string[]) => addUnits(unit, scope.now, -count(args))
    return [
      [`${unit}sAgo`, (scope, args) => formatInstant(ago(scope, args))],
      [
        `${unit}sAgoStart`,
        (scope, args) => formatInstant(byClocks(scope, ago(scope, args), (ms) => startOf(unit, ms))),
      ],
      [`${unit}sAgoEnd`, (scope, args) => formatInstant(byClocks(scope, ago(scope, args), (ms) => endOf(unit, ms)))],
    ]
  })
}

/** gs.beginningOfLastWeek(), gs.endOfThisMonth(), gs.beginningOfNextYear() … */
function spanFunctions(): [string, ValueFunction][] {
  const shifts = { Last: -1, This: 0, Next: 1 }
  return Object.entries(units).flatMap(([name, unit]) =>
    Object.entries(shifts).flatMap(([which, shift]): [string, ValueFunction][] => [
      [
        `beginningOf${which}${name}`,
        (scope) => formatInstant(byClocks(scope, scope.now, (ms) => startOf(unit, addUnits(unit, ms, shift)))),
      ],
      [
        `endOf${which}${name}`,
        (scope) => formatInstant(byClocks(scope, scope.now, (ms) => endOf(unit, addUnits(unit, ms, shift)))),
      ],
    ]),
  )
}

function dayFunctions(): [string, ValueFunction][] {
  const shifts = { Yesterday: -1, Today: 0, Tomorrow: 1 }
  return Object.entries(shifts).flatMap(([which, shift]): [string, ValueFunction][] => [
    [
      `beginningOf${which}`,
      (scope) => formatInstant(byClocks(scope, scope.now, (ms) => startOf('day', addUnits('day', ms, shift)))),
    ],
    [
      `endOf${which}`,
      (scope) => formatInstant(byClocks(scope, scope.now, (ms) => endOf('day', addUnits('day', ms, shift)))),
    ],
  ])
}

function dateGenerate(_scope: ValueScope, [date = '', time = 'start']: readonly string[]): string {
  const clock = { start: '00:00:00', end: '23:59:59' }[time] ?? time
  return `${date} ${clock}`
}

const functions = new Map<string, ValueFunction>([
  ['getUserID', ({ caller }) => caller.userSysId],
  ['getUserName', ({ caller }) => caller.userName],
  ['now', ({ now }) => formatInstant(now).slice(0, 10)],
  ['nowDateTime', ({ now }) => formatInstant(now)],
  ['dateGenerate', dateGenerate],
  ['getProperty', (scope, [name = '', otherwise = '']) => scope.property(name) ?? otherwise],
  ...agoFunctions(),
  ...spanFunctions(),
  ...dayFunctions(),
])

const callShape = /^(?:gs\.)?(\w+)\(([^()]*)\)$/
const userShapes = new Set(['gs.getUser().getID()', 'gs.user_id()'])
const groupsShape = /^(?:gs\.getUser\(\)\.getMyGroups\(\)|getMyGroups\(\))$/

/**
 * The value of `javascript:gs.daysAgoStart(7)` and its like. A script that is not one of these known calls is `not simulated`:
 * running arbitrary script out of a query would be the engine's task, and on the platform it is sandboxed to these calls too.
 */
export function evaluateValueScript(script: string, scope: ValueScope): string {
  const text = script.trim().replace(/;$/, '').trim()
  if (groupsShape.test(text)) return scope.groupsOf(scope.caller.userSysId).join(',')
  if (userShapes.has(text)) return scope.caller.userSysId
  const [, name = '', args = ''] = callShape.exec(text) ?? []
  const known = functions.get(name)
  return known ? known(scope, parseArguments(args)) : scope.notSimulated(`value script ${text}`)
}

export const SCRIPT_PREFIX = 'javascript:'

const nextNumber = /getNextObjNumberPadded\(\)/

/** A default that hands out the next number of its table. */
export const isNextNumber = (script: string): boolean => nextNumber.test(script)

/** Can the store evaluate this default by itself? */
export function isKnownDefault(script: string): boolean {
  const text = script.trim().replace(/;$/, '').trim()
  if (isNextNumber(text) || groupsShape.test(text) || userShapes.has(text)) return true
  return functions.has(callShape.exec(text)?.[1] ?? '')
}

const parseArguments = (text: string) =>
  text.trim() === '' ? [] : text.split(',').map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'))

/** Blanks and capitals keep no script from running. Each end of a range may be one: `BETWEENjavascript:gs.daysAgoStart(7)@javascript:gs.endOfToday()`. */
export function resolveValue(value: string, scope: ValueScope): string {
  if (!/javascript:/i.test(value)) return value
  const resolve = (part: string) => {
    const [prefix] = /^\s*javascript:/i.exec(part) ?? []
    return prefix === undefined ? part : evaluateValueScript(part.slice(prefix.length), scope)
  }
  return value.split('@').map(resolve).join('@')
}
