import path from 'node:path'

import { importsOf, parse, type Tree } from './source.ts'

const ROOT = 'node-bridge/src/'

/** Room → what it may import, from the ground up. */
export type Rooms = ReadonlyMap<string, readonly string[]>
/** Room → what it imports → the first file that does. */
type Arrows = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The deepest room of the table that holds this file; the name of its folder where none does. */
function roomOf(file: string, rooms: Rooms): string {
  const parts = file
    .slice(ROOT.length)
    .replace(/\.tsx?$/u, '')
    .split('/')
  const folders = parts.length === 1 ? parts : parts.slice(0, -1)
  const names = folders.map((_, at) => folders.slice(0, folders.length - at).join('/'))
  return names.find((name) => rooms.has(name)) ?? names.at(-1) ?? ''
}

function arrowsIn(tree: Tree, rooms: Rooms): Arrows {
  const arrows = new Map<string, Map<string, string>>()
  for (const [file, text] of tree) {
    if (!file.startsWith(ROOT)) continue
    const from = roomOf(file, rooms)
    const known = arrows.get(from) ?? new Map<string, string>()
    arrows.set(from, known)
    for (const specifier of importsOf(parse(file, text))) {
      const target = path.posix.join(path.posix.dirname(file), specifier)
      if (!specifier.startsWith('.') || !target.startsWith(ROOT)) continue
      const to = roomOf(target, rooms)
      if (to !== from && !known.has(to)) known.set(to, file)
    }
  }
  return arrows
}

/** Where code and table differ, in either direction. */
export function flawsOfArrows(tree: Tree, rooms: Rooms): string[] {
  const arrows = arrowsIn(tree, rooms)
  const flaws: string[] = []
  for (const [from, targets] of arrows) {
    if (!rooms.has(from)) flaws.push(`${from} is no room of the table`)
    for (const [to, file] of targets)
      if (!rooms.get(from)?.includes(to)) flaws.push(`${from} may not import ${to}, as ${file} does`)
  }
  for (const [from, allowed] of rooms) {
    if (!arrows.has(from)) flaws.push(`${from} is a room no more: take it out of the table`)
    for (const to of allowed)
      if (!arrows.get(from)?.has(to)) flaws.push(`${from} does not import ${to} any more: take it out of the table`)
  }
  return flaws
}

/** A room that stands above what it imports: only so could the rooms stand in a circle. */
export function flawsOfOrder(rooms: Rooms): string[] {
  const order = [...rooms.keys()]
  return [...rooms].flatMap(([from, allowed]) =>
    allowed
      .filter((to) => order.indexOf(to) < 0 || order.indexOf(to) >= order.indexOf(from))
      .map((to) => `${from} stands above ${to} and may not import it`),
  )
}

/** A circle in the code itself, whatever the table allows. */
export function flawsOfCircles(tree: Tree, rooms: Rooms): string[] {
  const circle = findCircle(arrowsIn(tree, rooms))
  return circle ? [`rooms in a circle: ${circle.join(' → ')}`] : []
}

function findCircle(arrows: Arrows): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (room: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room]
    if (done.has(room)) return undefined
    done.add(room)
    return firstOf(arrows.get(room)?.keys() ?? [], (next) => visit(next, [...way, room]))
  }
  return firstOf(arrows.keys(), (room) => visit(room, []))
}

function firstOf<T, R>(values: Iterable<T>, find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** `never`: who, whom; both stand for the rooms below them, too. */
export function flawsOfStrangers(rooms: Rooms, never: readonly (readonly [string, string])[]): string[] {
  const isIn = (room: string, name: string) => name === '*' || room === name || room.startsWith(`${name}/`)
  return [...rooms].flatMap(([from, allowed]) =>
    allowed
      .filter((to) => never.some(([who, whom]) => isIn(from, who) && isIn(to, whom)))
      .map((to) => `${from} must never import ${to}`),
  )
}

/** A room that may import nobody (`*`) knows the shared workspace no more than the rooms. */
export function flawsOfSecluded(tree: Tree, rooms: Rooms, never: readonly (readonly [string, string])[]): string[] {
  const secluded = new Set(never.flatMap(([who, whom]) => (whom === '*' ? who : [])))
  return [...tree]
    .filter(([file]) => file.startsWith(ROOT) && secluded.has(roomOf(file, rooms)))
    .filter(([file, text]) => importsOf(parse(file, text)).some((specifier) => specifier.startsWith('@accord/')))
    .map(([file]) => `${file} must import nothing of ours`)
}
