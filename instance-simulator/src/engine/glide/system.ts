import { call, missing } from './host.ts'
import { GlideDateTime } from './times/date-time.ts'
import { fillPlaceholders, writeLog, type LogLevel } from './log.ts'
import { setProperty } from './properties.ts'
import { GlideRecord } from './records/record.ts'
import { GlideSession, GlideUser } from './session.ts'
import { times } from './times/system-times.ts'
import { addMessage, caller, currentScope, hasRole, messages } from './transaction.ts'

const at =
  (level: LogLevel) =>
  (message: unknown, ...parts: unknown[]) =>
    writeLog(level, fillPlaceholders(message, parts))
const isNil = (value: unknown): boolean => value === null || value === undefined || String(value) === ''
const textsOf = (kind: 'info' | 'error') =>
  messages()
    .filter((message) => message.kind === kind)
    .map(({ text }) => text)

/** An event about a record, or about the sys_id of one. */
function queueEvent(name: unknown, about: unknown, parms: readonly unknown[], more: Readonly<Record<string, string>>) {
  const isRecord = about instanceof GlideRecord
  const [parm1, parm2] = parms.map((parm) => String(parm ?? ''))
  call('event.queue', {
    name: String(name),
    scope: currentScope(),
    table: isRecord ? about.getTableName() : '',
    instance: isRecord ? (about.getUniqueValue() ?? '') : String(about ?? ''),
    parm1,
    parm2,
    ...more,
  })
}

/** gs. What it lacks throws `not simulated: gs.X`. */
export const gs: object = Object.assign(Object.create(missing('gs')) as object, {
  info: at('info'),
  warn: at('warn'),
  error: at('error'),
  debug: at('debug'),
  isDebugging: () => false,

  addInfoMessage: (message: unknown) => addMessage('info', String(message)),
  addErrorMessage: (message: unknown) => addMessage('error', String(message)),
  getInfoMessages: () => textsOf('info'),
  getErrorMessages: () => textsOf('error'),
  flushMessages: () => messages().splice(0),
  getMessage: (id: unknown, ...parts: unknown[]) =>
    fillPlaceholders(call<string>('message.find', { key: String(id) }), parts),

  getProperty: (name: unknown, otherwise: unknown = null): unknown => {
    const value = call<string | null>('property.get', { name: String(name) })
    // Same realm of facts as the platform: an absent or empty property gives the alternative, always text otherwise.
    return value === null || value === '' ? otherwise : value
  },
  setProperty: (name: unknown, value: unknown) => setProperty(String(name), String(value ?? '')),

  getUser: () => new GlideUser(),
  getUserID: () => caller().userSysId,
  getUserName: () => caller().userName,
  getUserDisplayName: () => caller().displayName,
  hasRole: (names: unknown) => hasRole(String(names)),
  getSession: () => new GlideSession(),
  getSessionID: () => caller().sessionId,
  getSessionToken: () => call<string>('session.token'),
  isLoggedIn: () => caller().kind === 'user',
  isInteractive: () => caller().sessionId !== '',

  eventQueue: (name: unknown, about: unknown, parm1: unknown, parm2: unknown, queue: unknown) =>
    queueEvent(name, about, [parm1, parm2], { queue: String(queue ?? '') }),
  eventQueueScheduled: (name: unknown, about: unknown, parm1: unknown, parm2: unknown, time: unknown) =>
    queueEvent(name, about, [parm1, parm2], { processOn: isNil(time) ? '' : new GlideDateTime(time).getValue() }),

  executeNow: (job: GlideRecord) => {
    const started = call<string | null>('job.executeNow', { sysId: job.getUniqueValue() ?? '', scope: currentScope() })
    if (started === null)
      writeLog('error', `executeNow: ${job.getUniqueValue()} is no scheduled job of ${currentScope()}`)
    return started
  },

  nil: isNil,
  generateGUID: () => call<string>('crypto.guid'),
  base64Encode: (text: unknown) => call<string>('text.base64Encode', { text: String(text) }),
  base64Decode: (text: unknown) => call<string>('text.base64Decode', { text: String(text) }),
  urlEncode: (text: unknown) => encodeURIComponent(String(text)).replaceAll('%20', '+'),
  urlDecode: (text: unknown) => decodeURIComponent(String(text).replaceAll('+', '%20')),

  ...times,

  getCurrentScopeName: () => currentScope(),
  getCallerScopeName: () => currentScope(),
  getCurrentApplicationScope: () => currentScope(),
  getCurrentApplicationId: () => call<string>('scope.id', { scope: currentScope() }),
  tableExists: (name: unknown) => call<unknown>('table.describe', { name: String(name) }) !== null,
})
