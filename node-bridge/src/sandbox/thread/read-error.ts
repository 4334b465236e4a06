import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'

import type { Failure, FailureCode, Position } from '../failures.ts'
import { LIMITS } from '../limits.ts'
import { inUtf16, positionOf } from '../positions.ts'

/** A file whose positions count, with its text. */
export interface ReadFile {
  readonly name: string
  readonly code: string
}

/** What was thrown inside, whatever it is. Reading may run code of the script, within the time of its round. */
export function readError(context: QuickJSContext, error: QuickJSHandle, file: ReadFile): Failure {
  if (!isObject(context, error)) return { code: 'script_threw', message: cut(describe(context, error)) }
  const name = textOf(context, error, 'name')
  const message = textOf(context, error, 'message')
  const at = positionIn(textOf(context, error, 'stack'), file)
  const isSyntax = name === 'SyntaxError' && textOf(context, error, 'fileName') === file.name
  const code = isSyntax ? 'syntax_error' : codeOf(name, message)
  return {
    code,
    message: cut(message || describe(context, error)),
    ...(at ? { at } : importPosition(message, file)),
    ...(code === 'script_threw' && name ? { errorName: cut(name) } : {}),
  }
}

function codeOf(name: string, message: string): FailureCode {
  if (message.startsWith('Could not find export')) return 'import_refused'
  if (message.startsWith('stack overflow')) return 'script_stack_overflow'
  return name === 'InternalError' && message.startsWith('out of memory') ? 'script_out_of_memory' : 'script_threw'
}

/** The first frame of a stack that lies in the file. */
export function positionIn(stack: string, { name, code }: ReadFile): Position | undefined {
  for (const frame of stack.split('\n')) {
    const place = /(\S+):(\d+):(\d+)\)?$/.exec(frame.trimEnd())
    if (place?.[1]?.replace(/^\(/, '') !== name) continue
    return inUtf16(code, { line: Number(place[2]), column: Number(place[3]) })
  }
  return undefined
}

function importPosition(message: string, { code }: ReadFile): { at?: Position } {
  const name = /^Could not find export '([^']+)'/.exec(message)?.[1]
  const at = name === undefined ? undefined : positionOf(code, name)
  return at ? { at } : {}
}

function textOf(context: QuickJSContext, object: QuickJSHandle, key: string): string {
  return context
    .getProp(object, key)
    .consume((value) => (context.typeof(value) === 'string' ? context.getString(value) : ''))
}

function describe(context: QuickJSContext, value: QuickJSHandle): string {
  const type = context.typeof(value)
  if (type === 'string') return context.getString(value)
  return isObject(context, value) || type === 'function'
    ? 'threw something that is no error'
    : `threw ${textOfSimple(context, value)}`
}

/** When nothing is left for an error, the engine throws null. */
export const isNull = (context: QuickJSContext, value: QuickJSHandle) => context.sameValue(value, context.null)

const isObject = (context: QuickJSContext, value: QuickJSHandle) =>
  context.typeof(value) === 'object' && !isNull(context, value)

const textOfSimple = (context: QuickJSContext, value: QuickJSHandle) =>
  context.typeof(value) === 'symbol' ? 'a symbol' : String(context.dump(value))

const cut = (text: string) => text.slice(0, LIMITS.messageLength)
