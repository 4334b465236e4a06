import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'

import type { Failure, FailureCode, Position } from '../failures.ts'
import { LIMITS } from '../limits.ts'
import { inUtf16, positionOf } from '../positions.ts'

/** A file whose positions count, with its text. */
export interface ReadFile {
  readonly name: string
  readonly code: string
}

/** Reads a text of the script, and never more of it than a message may hold. */
export type ReadText = (value: QuickJSHandle, most: number) => string

/** Of one stack: frames beyond it are far from the line that matters. */
const STACK_LENGTH = 4_000

/** What was thrown inside, whatever it is. Reading may run code of the script, within the time of its round. */
export function readError(context: QuickJSContext, error: QuickJSHandle, file: ReadFile, read: ReadText): Failure {
  const member = (key: string, most: number = LIMITS.messageLength) => {
    const value = context.getProp(error, key)
    return context.typeof(value) === 'string' ? read(value, most) : ''
  }
  if (!isObject(context, error)) return { code: 'script_threw', message: describe(context, error, read) }
  const name = member('name')
  const message = member('message') || 'threw something that is no error'
  const at = positionIn(member('stack', STACK_LENGTH), file) ?? importPosition(message, file)
  const isSyntax = name === 'SyntaxError' && member('fileName') === file.name
  const code = isSyntax ? 'syntax_error' : codeOf(name, message)
  return { code, message, ...(at && { at }), ...(code === 'script_threw' && name && { errorName: name }) }
}

function codeOf(name: string, message: string): FailureCode {
  if (message.startsWith('Could not find export')) return 'import_refused'
  if (message.startsWith('stack overflow')) return 'script_stack_overflow'
  return name === 'InternalError' && message.startsWith('out of memory') ? 'script_out_of_memory' : 'script_threw'
}

/** The first frame of a stack that lies in the file. */
export function positionIn(stack: string, { name, code }: ReadFile): Position | undefined {
  for (const frame of stack.slice(0, STACK_LENGTH).split('\n')) {
    const place = /([\w.-]+):(\d+):(\d+)\)?$/.exec(frame.trimEnd())
    if (place?.[1] === name) return inUtf16(code, { line: Number(place[2]), column: Number(place[3]) })
  }
  return undefined
}

function importPosition(message: string, { code }: ReadFile): Position | undefined {
  const name = /^Could not find export '([^']+)'/.exec(message)?.[1]
  return name === undefined ? undefined : positionOf(code, name)
}

function describe(context: QuickJSContext, value: QuickJSHandle, read: ReadText): string {
  switch (context.typeof(value)) {
    case 'string':
      return read(value, LIMITS.messageLength)
    case 'function':
    case 'symbol':
      return 'threw something that is no error'
    default:
      return `threw ${String(context.dump(value)).slice(0, LIMITS.messageLength)}`
  }
}

/** When nothing is left for an error, the engine throws null. */
export const isNull = (context: QuickJSContext, value: QuickJSHandle) => context.sameValue(value, context.null)

const isObject = (context: QuickJSContext, value: QuickJSHandle) =>
  context.typeof(value) === 'object' && !isNull(context, value)
