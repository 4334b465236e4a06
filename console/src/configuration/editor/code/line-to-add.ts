import type { UnmappedWord } from '@accord/shared/schemas'
import { BLANK, emptied, lineName, quoted } from './added-text.ts'
import {
  assignedTo,
  callsOf,
  type MapCall,
  mapCallsOf,
  type Script,
  scriptOf,
  type Span,
  textOf,
} from './script-calls.ts'

/** A script with the line that was missing, and what of it is to be filled in. `isThere`: nothing had to be added. */
export interface AddedLine extends Span {
  readonly source: string
  readonly isThere: boolean
}

type Word = Pick<UnmappedWord, 'kind' | 'path' | 'word'> & { readonly words: readonly string[] }

/** Undefined where the script has no place for it that can be recognised. */
export function lineToAdd(source: string, unmapped: Word): AddedLine | undefined {
  const script = scriptOf(source)
  if (unmapped.kind === 'user') return forUser(script, unmapped)
  return unmapped.kind === 'choice' ? forChoice(script, unmapped) : forTable(script, unmapped)
}

const there = ({ source }: Script, { from, to }: Span): AddedLine => ({ source, from, to, isThere: true })

/** Replaces a part, and selects what has to be filled in first. */
function replaced({ source }: Script, { from, to }: Span, text: string): AddedLine {
  const blank = from + Math.max(0, text.indexOf(BLANK)) + 1
  const next = source.slice(0, from) + text + source.slice(to)
  return { source: next, from: blank, to: blank + 1, isThere: false }
}

/** `/customKeys/close~1code` → `close/code`. */
const lastOf = (path: string): string => (path.split('/').at(-1) ?? path).replaceAll('~1', '/').replaceAll('~0', '~')

const speaksOf = (text: string, path: string): boolean =>
  path !== '' && new RegExp(`(?:\\.|['"\`])${escaped(lastOf(path))}(?![\\w$])`, 'u').test(text)
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')

// --- A table that lacks a line ---------------------------------------------------------------------------------------

function forTable(script: Script, word: Word): AddedLine | undefined {
  const call = tableFor(script, word)
  return call && withLine(script, call, word.word)
}

/** The table with all of these words and as few others as possible; where it has changed since, the one that looks up the path. */
function tableFor(script: Script, { words, path }: Word): MapCall | undefined {
  const calls = mapCallsOf(script)
  const fits = calls.filter(
    ({ lines }) => words.length > 0 && words.every((word) => lines.some((line) => line.word === word)),
  )
  const [best] = fits.toSorted(
    (one, other) =>
      Number(speaksOf(textOf(script, other.argument), path)) - Number(speaksOf(textOf(script, one.argument), path)) ||
      one.lines.length - other.lines.length,
  )
  return best ?? calls.find(({ argument }) => speaksOf(textOf(script, argument), path))
}

function withLine(script: Script, { table, lines }: MapCall, word: string): AddedLine {
  const known = lines.find((line) => line.word === word)
  if (known) return there(script, known.value)
  const last = lines.at(-1)
  const line = `${lineName(word)}: ${last ? emptied(textOf(script, last.value)) : BLANK}`
  if (!last) return replaced(script, { from: table.from + 1, to: table.from + 1 }, ` ${line} `)
  const before = script.source.slice(script.source.lastIndexOf('\n', last.from) + 1, last.from)
  // A table with a line for each word goes on like that.
  const gap = /^\s*$/u.test(before) ? `,\n${before}` : ', '
  return replaced(script, { from: last.to, to: last.to }, gap + line)
}

// --- A field that has no such choice ---------------------------------------------------------------------------------

function forChoice(script: Script, { path, word }: Word): AddedLine | undefined {
  const values = assignedTo(script, path)
  for (const value of values) {
    const literal = literalIn(script, value, word)
    if (literal) return there(script, literal)
  }
  const [value] = values
  return value && translated(script, value, word)
}

/** Where the script itself says the word: there it is to be corrected. */
function literalIn(script: Script, { from, to }: Span, word: string): Span | undefined {
  const call = mapCallsOf(script).find(({ table }) => table.from >= from && table.to <= to)
  const within = call ? call.lines.map(({ value }) => value) : [{ from, to }]
  for (const span of within) {
    const at = textOf(script, span).indexOf(quoted(word))
    if (at >= 0) return { from: span.from + at + 1, to: span.from + at + quoted(word).length - 1 }
  }
  return undefined
}

/** An expression → the same, but for this word. */
function translated(script: Script, span: Span, word: string, isText = false): AddedLine {
  const text = textOf(script, span)
  const looked = isText ? text : `String(${text})`
  return withImport(replaced(script, span, `map(${looked}, { ${lineName(word)}: ${BLANK} }, ${text})`))
}

// --- Somebody who has another address here ---------------------------------------------------------------------------

function forUser(script: Script, { path, word }: Word): AddedLine | undefined {
  const calls = callsOf(script, 'getUserByEmail').flatMap(({ given: [address] }) => (address ? [address] : []))
  const address = calls.find((each) => speaksOf(textOf(script, each), path)) ?? calls[0]
  if (!address) return undefined
  const call = mapCallsOf(script).find(({ table }) => table.from >= address.from && table.to <= address.to)
  return call ? withLine(script, call, word) : translated(script, address, word, true)
}

// --- What it needs ---------------------------------------------------------------------------------------------------

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*['"]accord['"]/u

function withImport(added: AddedLine): AddedLine {
  const found = IMPORT.exec(added.source)
  const names = found?.[1]
  if (!found || names === undefined || /(?:^|[\s,])map(?:[\s,]|$)/u.test(names)) return added
  const at = found.index + found[0].indexOf('{') + 1 + names.trimEnd().replace(/,$/u, '').length
  const more = ', map'
  const source = added.source.slice(0, at) + more + added.source.slice(at)
  return { ...added, source, from: added.from + more.length, to: added.to + more.length }
}
