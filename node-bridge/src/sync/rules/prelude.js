/**
 * The script API (scripts/accord.d.ts), inside the sandbox: `import { … } from 'accord'`. Data comes in, data goes out; whatever
 * a script may not do is checked once more outside, where it cannot change the language.
 */
import { lookup, step, stop as end, log as write } from 'sandbox'

const hasOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name)
const fault = (code, message, facts) => end(JSON.stringify({ kind: 'fault', code, message, ...facts }))
const pathOf = (name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Answers of the world outside; what it refuses has a code of the catalogue. */
function ask(name, request) {
  const answer = lookup(name, request)
  if (answer?.fault) fault(answer.fault.code, answer.fault.message)
  return answer
}

// --- Words that nothing knows ----------------------------------------------------------------------------------------

/** What a script has read last, so that it can be said where a word came from. */
let lately = []
const NOTED_READS = 20

const noteRead = (path, value) => {
  lately = [...lately.slice(1 - NOTED_READS), { path, values: wordsIn(value) }]
  return value
}

/** A text, or the texts of what has some: a choice, a person. */
function wordsIn(value) {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? [value.value, value.label, value.email].filter((word) => typeof word === 'string')
    : []
}

/** What was read with this word, or else what was read last; empty where nothing was. */
const originOf = (word) => (lately.findLast(({ values }) => values.includes(word)) ?? lately.at(-1))?.path ?? ''

let unmapped = []
const NOTED_WORDS = 20

/** The run goes on without it; people see which line is missing. */
function noteUnmapped(kind, word, words = []) {
  if (typeof word !== 'string' || word === '' || unmapped.length >= NOTED_WORDS) return
  if (unmapped.some((each) => each.kind === kind && each.word === word)) return
  unmapped.push({ kind, word, from: originOf(word), words })
}

// --- Records ---------------------------------------------------------------------------------------------------------

const refOf = (table, { value, display }) => ({
  id: value,
  display,
  get() {
    const record = ask('record', { table, id: value })
    return record ? entityOf(record) : fault('record_gone', `${table} ${display || value} no longer exists`)
  },
})

function shown(field) {
  if (field.type === 'choice') return Object.freeze({ value: field.value, label: field.label })
  if (field.type === 'reference') return field.value === '' ? null : refOf(field.table, field)
  return field.value
}

/**
 * A record as a script sees it, always as `source` is now. A field that is not there is a mistake, or was not allowed: never
 * silently nothing.
 */
function entityOf(source, set) {
  const has = (name) => hasOwn(source.fields, name)
  const find = (name) => {
    if (has(name)) return source.fields[name]
    return fault('access_missing', `the field ${name} is not there to be read`, { field: name })
  }
  return new Proxy(Object.create(null), {
    get: (_, name) => (typeof name === 'symbol' ? undefined : noteRead(name, shown(find(name)))),
    has: (_, name) => has(name),
    ownKeys: () => Object.keys(source.fields),
    getOwnPropertyDescriptor: (_, name) =>
      has(name) ? { value: shown(source.fields[name]), enumerable: true, configurable: true } : undefined,
    deleteProperty: (_, name) => readOnly(name),
    defineProperty: (_, name) => readOnly(name),
    set(_, name, value) {
      if (!set) readOnly(name)
      set(name, find(name), value)
      return true
    },
  })
}

function readOnly(name) {
  throw new TypeError(`${String(name)} cannot be written here`)
}

const KINDS = { text: 'string', boolean: 'boolean', number: 'number' }

/** What a script gave for a field → the field as it will be. */
function fieldWith(name, field, given) {
  if (field.type === 'choice') return choiceWith(name, field, given)
  if (field.type === 'reference') return referenceWith(name, field, given)
  if (typeof given === KINDS[field.type] && (field.type !== 'number' || Number.isFinite(given)))
    return { ...field, value: given }
  if (field.type === 'number' && given === null) return { ...field, value: null }
  throw new TypeError(`${name} takes a ${KINDS[field.type]}, not ${given === null ? 'null' : typeof given}`)
}

function choiceWith(name, field, given) {
  const word = given !== null && typeof given === 'object' ? given.value : given
  const choice = field.choices.find(({ value }) => value === word) ?? field.choices.find(({ label }) => label === word)
  if (choice) return { ...field, value: choice.value, label: choice.label }
  const labels = field.choices.map(({ label }) => label)
  return fault('choice_unknown', `${name} has no choice ${JSON.stringify(word)}`, { field: name, word, words: labels })
}

function referenceWith(name, field, given) {
  if (given === null) return { ...field, value: '', display: '' }
  if (typeof given === 'string') return { ...field, value: given, display: '' }
  if (typeof given?.id === 'string') return { ...field, value: given.id, display: given.display ?? '' }
  throw new TypeError(`${name} takes a reference, an id or null, not ${typeof given}`)
}

// --- Helpers of both directions --------------------------------------------------------------------------------------

function onlyMatch(table, what, { matches }) {
  if (matches.length > 1) fault('lookup_ambiguous', `more than one ${table} has ${what}`, { table })
  const match = matches[0]
  return match ? refOf(table, { value: match.id, display: match.display }) : null
}

const find = (table, where) => onlyMatch(table, JSON.stringify(where), ask('find', { table, where }))

const nodeHelper = {
  find,
  getTableByName: (table, display) => onlyMatch(table, display, ask('display', { table, display })),
  getUserByEmail(email) {
    if (!email) return null
    const user = find('sys_user', { email })
    if (user === null) noteUnmapped('user', email)
    return user
  },
}

const responseOf = ({ status, body }) => ({ status, json: () => JSON.parse(body) })

function refusedStep(name, request) {
  const answer = step(name, request)
  if (answer?.fault) fault(answer.fault.code, answer.fault.message)
  return answer
}

const httpClient = {
  get: (url) => responseOf(ask('http', { url })),
  post: (url, body) => responseOf(refusedStep('http', { url, body })),
}

const both = ({ connection, now, firstSync, remote, syncedWith }, after) => ({
  nodeHelper,
  httpClient,
  connection,
  now,
  firstSync,
  syncHelper: {
    syncBackAfterProcessing: () => void (after.syncBack = true),
    unExalateAfterProcessing: () => void (after.unlink = true),
    isUnderSync: (name) => (name === undefined ? syncedWith.length > 0 : syncedWith.includes(name)),
    remoteKey: remote?.key ?? null,
    remoteUrl: remote?.url ?? null,
  },
  log: (...words) => write(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' ')),
  stop: (reason) => end(JSON.stringify({ kind: 'stopped', reason: String(reason) })),
})

/** Looks a word up; without a default an unknown word ends the run and names the words that there are. */
export function map(word, table, ...otherwise) {
  if (word !== undefined && hasOwn(table, word)) return table[word]
  const words = Object.keys(table)
  if (otherwise.length > 0) {
    // What goes through as it is was never to be translated.
    if (otherwise[0] !== word) noteUnmapped('otherwise', word, words)
    return otherwise[0]
  }
  const from = originOf(word)
  return fault('value_unmapped', `no line for ${JSON.stringify(word ?? null)}`, { word: word ?? null, words, from })
}

/** A script of the other direction or of another table is no rule for this record. */
function rulesOf(direction, table, apply) {
  return (input) => {
    if (input.direction === 'describe') return { direction, table }
    if (input.direction !== direction || input.record.table !== table)
      throw new TypeError(`this is the ${direction} script of ${table}`)
    return apply(input)
  }
}

// --- Outgoing --------------------------------------------------------------------------------------------------------

const commentsOf = (comments) => ({
  visible: () => comments.filter(({ internal }) => internal === false),
  internal: () => comments.filter(({ internal }) => internal !== false),
  all: () => [...comments],
})

const attachmentsOf = ({ files, areFilesClosed }) => ({
  all({ maxBytes = Infinity, types } = {}) {
    if (areFilesClosed) fault('access_missing', 'sync access lets no file of this table leave')
    return files.filter(({ bytes, type }) => bytes <= maxBytes && (!types || types.includes(type)))
  },
})

export const outgoing = (table, rules) =>
  rulesOf('outgoing', table, (input) => {
    const { record } = input
    const replica = { type: record.table, key: record.key, url: record.url, customKeys: {} }
    const after = { syncBack: false, unlink: false }
    rules({
      ...both(input, after),
      entity: entityOf(record),
      replica,
      comments: commentsOf(record.comments),
      attachments: attachmentsOf(record),
    })
    const { type, key, url, comments = [], attachments = [], ...rest } = replica
    return { record: { type, key, url }, replica: rest, comments, files: attachments, ...after, unmapped }
  })

// --- Incoming --------------------------------------------------------------------------------------------------------

function frozen(value) {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** A replica that notes which of its paths a script has read: the other side learns what was never looked at. */
function readReplica(replica, reads) {
  const noting = (target, prefix, inner) =>
    new Proxy(target, {
      get(_, name) {
        if (typeof name === 'symbol') return undefined
        if (inner && name === 'customKeys') return inner
        reads.add(prefix + pathOf(name))
        return noteRead(prefix + pathOf(name), hasOwn(target, name) ? target[name] : undefined)
      },
      set: (_, name) => readOnly(name),
      deleteProperty: (_, name) => readOnly(name),
      defineProperty: (_, name) => readOnly(name),
    })
  for (const [name, value] of Object.entries(replica)) if (name !== 'customKeys') frozen(value)
  for (const value of Object.values(replica.customKeys)) frozen(value)
  return noting(replica, '', noting(replica.customKeys, '/customKeys'))
}

/** At the first sync all are, but for those that both sides have changed and where this side's stands. */
const isChanged = ({ firstSync, changed, kept = [] }, names) =>
  names.some((name) => {
    const path = name.startsWith('customKeys.') ? `/customKeys${pathOf(name.slice(11))}` : pathOf(name)
    return firstSync ? !kept.includes(path) : changed.includes(path)
  })

function commentHelperOf({ comments, connection }, plan) {
  let added = 0
  const put = (entry) => {
    if (entry.journal !== 'comments' && entry.journal !== 'work_notes')
      throw new TypeError(`there is no journal ${String(entry.journal)}`)
    plan.entries = [...plan.entries.filter(({ key }) => key !== entry.key), entry]
  }
  const signed = ({ author, body }) => `${author.name} (${connection.remote}):\n${body}`
  const usual = ({ internal }) => (internal === false ? 'comments' : 'work_notes')
  return {
    mergeComments({ format = signed, into = usual } = {}) {
      for (const comment of comments) {
        const journal = into(comment)
        if (journal === null) continue
        put({ key: comment.id, journal, body: String(format(comment)), origin: comment.id })
      }
    },
    add: (journal, body) => put({ key: `added ${added++}`, journal, body: String(body) }),
  }
}

const newPlan = () => ({ fields: {}, entries: [], files: null, removesFiles: false, syncBack: false, unlink: false })

/** The record as the script writes it, with what differs from `saved` in the plan. */
function writableEntity(plan, current) {
  const set = (name, field, given) => {
    const next = fieldWith(name, field, given)
    current.fields = { ...current.fields, [name]: next }
    const { [name]: _, ...others } = plan.fields
    plan.fields = next.value === current.saved[name].value ? others : { ...others, [name]: next }
  }
  return entityOf(current, set)
}

/** The other record is gone. Without a word of the rules there is no plan. */
function afterDeletion(input, deleted) {
  if (deleted === undefined) return { plan: null, unmapped }
  const plan = newPlan()
  const { fields } = input.record
  const { syncHelper, firstSync: _, ...others } = both(input, plan)
  const { isUnderSync, remoteKey, remoteUrl } = syncHelper
  deleted({
    ...others,
    syncHelper: { isUnderSync, remoteKey, remoteUrl },
    entity: writableEntity(plan, { fields, saved: fields }),
    commentHelper: { add: commentHelperOf(input, plan).add },
    madeBySync: input.madeBySync,
    deleteRecord: () => void (plan.deletes = true),
  })
  return { plan, unmapped }
}

export const incoming = (table, rules, { deleted } = {}) =>
  rulesOf('incoming', table, (input) => {
    if (input.isDeleted) return afterDeletion(input, deleted)
    const reads = new Set()
    const plan = newPlan()
    const current = { fields: input.record.fields, saved: input.record.fields }
    const entity = writableEntity(plan, current)
    const store = () => {
      const answer = refusedStep('store', { fields: plan.fields, entries: plan.entries })
      current.saved = answer.fields
      current.fields = answer.fields
      plan.fields = {}
      plan.entries = []
      return entity
    }
    const given = { ...input.replica, comments: input.comments, attachments: input.files }
    rules({
      ...both(input, plan),
      entity,
      store,
      replica: readReplica(given, reads),
      previous: input.previous && frozen(input.previous),
      changed: (...names) => isChanged(input, names),
      commentHelper: commentHelperOf(input, plan),
      attachmentHelper: {
        mergeAttachments(filter = () => true, { remove = false } = {}) {
          plan.files = input.files.filter((file) => filter(file))
          plan.removesFiles = remove === true
        },
      },
    })
    return { plan, reads: [...reads], unmapped }
  })
