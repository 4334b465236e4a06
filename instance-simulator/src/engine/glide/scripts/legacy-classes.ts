import { missing } from '../host.ts'

type List = readonly unknown[]

/** Membership as the script include has it: by `==`, so that "1" is 1. */
const contains = (list: List, element: unknown): boolean => list.some((each) => isAlike(each, element))
const isAlike = (one: unknown, other: unknown): boolean => one === other || String(one) === String(other)
const unique = (list: List): unknown[] => list.filter((each, index) => indexOf(list, each) === index)
const indexOf = (list: List, element: unknown, start = 0): number =>
  list.findIndex((each, index) => index >= start && isAlike(each, element))

/** `new ArrayUtil()`, as old scripts use it. */
export class ArrayUtil {
  concat(parent: List, child: List): unknown[] {
    return [...parent, ...child]
  }
  contains(list: List, element: unknown): boolean {
    return contains(list, element)
  }
  convertArray(list: List): unknown[] {
    return [...list]
  }
  diff(first: List, ...others: List[]): unknown[] {
    return unique(first).filter((each) => !others.some((other) => contains(other, each)))
  }
  ensureArray(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [value]
  }
  indexOf(list: List, element: unknown, start?: number): number {
    return indexOf(list, element, start)
  }
  intersect(first: List, ...others: List[]): unknown[] {
    return unique(first).filter((each) => others.every((other) => contains(other, each)))
  }
  union(...lists: List[]): unknown[] {
    return unique(lists.flat())
  }
  unique(list: List): unknown[] {
    return unique(list)
  }
}

const isNil = (value: unknown): boolean => value === null || value === undefined || String(value) === ''

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  return Object.prototype.toString.call(value).slice('[object '.length, -1).toLowerCase()
}

function toBoolean(value: unknown): boolean {
  if (typeof value === 'string') return value === 'true' || value === '1'
  return typeof value === 'object' && value !== null ? String(value) === 'true' : Boolean(value)
}

/** JSUtil: what is empty, what is what. The parts about Java are refused by name. */
export const JSUtil: object = Object.assign(Object.create(missing('JSUtil')) as object, {
  nil: isNil,
  notNil: (value: unknown) => !isNil(value),
  has: (value: unknown) => value !== null && value !== undefined,
  doesNotHave: (value: unknown) => value === null || value === undefined,
  toBoolean,
  type_of: typeOf,
  instance_of: (value: unknown, name: unknown) => typeOf(value) === String(name).toLowerCase(),
  isJavaObject: () => false,
})

/** `new JSON().encode(x)` of old scripts beside the JSON of the language. */
export const LegacyJSON: object = Object.assign(
  function LegacyJson(this: object) {
    return Object.assign(this, {
      encode: (value: unknown) => JSON.stringify(value),
      decode: (text: unknown) => JSON.parse(String(text)) as unknown,
    })
  },
  {
    stringify: (...parts: Parameters<typeof JSON.stringify>) => JSON.stringify(...parts),
    parse: (...parts: Parameters<typeof JSON.parse>) => JSON.parse(...parts) as unknown,
  },
)

/** Global script includes that every instance has: `global.ArrayUtil` everywhere, `ArrayUtil` in global scripts. */
export const LEGACY_NAMES: Readonly<Record<string, unknown>> = { ArrayUtil, JSUtil }

/** Those of the platform that are not here: named when a script asks for one. */
export const ABSENT_INCLUDES: ReadonlySet<string> = new Set([
  'AttachmentUtil', 'CMDBUtil', 'CatalogUtils', 'ChangeUtils', 'ChoiceList', 'ChoiceListGenerator', 'DateTimeUtils', 'DateUtils',
  'DurationCalculator', 'ECCQueueProbe', 'ExecutionTracker', 'GSLog', 'GlideQuery', 'GlideRecordUtil', 'GroupUtils', 'IncidentUtils',
  'JSONParser', 'JournalUtils', 'MIDServer', 'OnCallRotation', 'Optional', 'ProgressWorker', 'PwdUtil', 'RESTMessage', 'Record2JSON',
  'SNC', 'SOAPMessage', 'ScheduleOnce', 'StopWatch', 'Stream', 'StringUtil', 'SysMessage', 'TableDescriptor', 'TableUtils',
  'Transliterator', 'UserPreferences', 'UserUtil', 'Util', 'WorkflowUtils', 'XMLHelper', 'XMLUtilities', 'workflow',
]) // prettier-ignore
