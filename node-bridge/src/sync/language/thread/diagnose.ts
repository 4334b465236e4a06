import ts from 'typescript'

import type { Direction } from '../../rules/index.ts'
import type { Finding, Place } from '../messages.ts'
import { explain } from './explain.ts'
import { type Opened, plain } from './opened.ts'
import { absentInSandbox } from './absent-in-sandbox.ts'

const MOST_FINDINGS = 100

/** A helper whose parameter has no type is no mistake; it is only not looked into. */
const NO_MISTAKES = new Set([7006, 7031, 7034, 7005, 7019])

/** What is wrong with a script, in the order of the source. */
export function diagnose({ service, file, source }: Opened, direction: Direction): readonly Finding[] {
  const checker = service.getProgram()?.getTypeChecker()
  const syntax = service.getSyntacticDiagnostics(file)
  // Half a sentence has no meaning that could be checked.
  const semantic = syntax.length > 0 ? [] : service.getSemanticDiagnostics(file)
  const reported = [...syntax, ...semantic].filter(({ code }) => !NO_MISTAKES.has(code))
  const found = reported.map((diagnostic): Finding => {
    const { start = 0, length = 0 } = diagnostic
    const explained = checker && explain({ checker, source, direction }, diagnostic)
    const message = plain(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    return { ...(explained ?? { code: 'compiler', facts: {} }), message, ...placesOf(source, start, start + length) }
  })
  const absent = absentInSandbox(source).map(({ code, node }): Finding => ({
    code,
    facts: { name: node.getText(source) },
    message: node.getText(source),
    ...placesOf(source, node.getStart(source), node.getEnd()),
  }))
  return [...found, ...absent].toSorted((one, other) => compare(one.from, other.from)).slice(0, MOST_FINDINGS)
}

const placesOf = (source: ts.SourceFile, from: number, to: number) => ({
  from: placeAt(source, from),
  to: placeAt(source, to),
})

function placeAt(source: ts.SourceFile, offset: number): Place {
  const { line, character } = source.getLineAndCharacterOfPosition(offset)
  return { line: line + 1, column: character + 1 }
}

const compare = (one: Place, other: Place) => one.line - other.line || one.column - other.column
