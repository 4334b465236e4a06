import type { Caller, Choice, Clock, JournalWriting, Query, RecordStore, Row, TableDefinition } from '../contracts.ts'
import { systemCaller } from '../access/system-callers.ts'
import { NotSimulated } from '../coverage/not-simulated.ts'
import { dependentsOf, referrersOf, type Referrer } from './cascade.ts'
import { compileOrder } from './compile-order.ts'
import { compileQuery, type CompiledQuery, type QueryWorld } from './compile-query.ts'
import { Choices } from './choices.ts'
import { TranslatedNames } from './translated-names.ts'
import { displayValue, type DisplayWorld } from './display.ts'
import { journalElements, journalEntries, journalText, readJournal } from './journal.ts'
import { takeNumber } from './numbering.ts'
import { checkDictionaryWrite } from './dictionary-checks.ts'
import { missingEntries } from './describe-table.ts'
import { describesTables, followDictionary } from './live-dictionary.ts'
import { createQueryWorld, walkPath } from './query-world.ts'
import type { Manner } from './operators.ts'
import { isShownByManners, mannersOf, readTime, showTime, type Viewer } from './manners.ts'
import { inMemoryOnly, RowTables, type Persistence } from './row-tables.ts'
import { Schema, type TableSource } from './schema.ts'
import { isReference } from './row-values.ts'
import { SecretBox } from './secret-box.ts'
import { evaluateValueScript, isNextNumber, type ValueScope } from './value-scripts.ts'
import { changedRow, newRow, newSysId, updateStamps, type WriteMoment } from './write-row.ts'

export interface MemoryStoreOptions {
  readonly clock: Clock
  readonly notSimulated: (what: string) => never
  /** Gets what a query asked for and was dropped, as the platform drops it. */
  readonly dropped?: (what: string) => void
  readonly persistence?: Persistence
  readonly secrets?: SecretBox
}

/** A value of a unique column, or a sys_id, exists already. */
export class UniqueKeyViolation extends Error {
  readonly code = 'unique_key_violation'
}

/** Of several rows of one name the first counts. */
const firstByName = (rows: Iterable<Row>): ReadonlyMap<string, string | undefined> =>
  new Map([...rows].toReversed().map((row) => [row['name'] ?? '', row['value']]))

/** The simulator's database: everything in memory, written through to a file when there is one. */
export class MemoryStore implements RecordStore {
  readonly schema = new Schema()
  readonly rows: RowTables
  readonly secrets: SecretBox
  readonly #world: DisplayWorld
  readonly #queries: QueryWorld
  readonly #options: MemoryStoreOptions
  readonly #persistence: Persistence
  #followsDictionary = false
  /** Asked for several times in each request; read once per change of the table. */
  #properties: { readonly revision: number; readonly byName: ReadonlyMap<string, string | undefined> } = {
    revision: -1,
    byName: new Map(),
  }

  constructor(options: MemoryStoreOptions) {
    this.#options = options
    this.#persistence = options.persistence ?? inMemoryOnly
    this.rows = new RowTables(this.#persistence)
    this.secrets = options.secrets ?? new SecretBox()
    const choices = new Choices(this.schema, this.rows)
    this.#world = {
      schema: this.schema,
      choices,
      names: new TranslatedNames(this.schema, this.rows),
      find: (table, sysId) => this.find(table, sysId),
      findBy: (table, column, value) => this.rows.having(table, column, [value]).find((row) => row[column] === value),
    }
    this.#queries = createQueryWorld(this.#world, this.rows, (name) => this.property(name))
  }

  findTable(name: string): TableDefinition | undefined {
    const table = this.schema.find(name)
    const numbering = table && this.rows.first('sys_number', (row) => row['category'] === name)
    return table && numbering ? { ...table, numberPrefix: numbering['prefix'] ?? '' } : table
  }

  tables(): Iterable<TableDefinition> {
    return this.schema.tables()
  }

  /** Adds or replaces a table; taken back when the surrounding `atomically` fails. */
  defineTable(source: TableSource): void {
    const before = this.schema.source(source.name)
    this.schema.put(source)
    this.rows.record(
      () => (before ? this.schema.put(before) : this.schema.drop(source.name)),
      () => this.#persistence.saveTable(source),
    )
  }

  dropTable(name: string): void {
    const before = this.schema.source(name)
    if (!before) return
    for (const sysId of this.rows.rows(name).keys()) this.rows.delete(name, sysId)
    this.schema.drop(name)
    this.rows.record(
      () => this.schema.put(before),
      () => this.#persistence.deleteTable(name),
    )
  }

  /** From now on a row of sys_db_object is a table and a row of sys_dictionary a column; seeding describes what is there already. */
  followDictionary(): void {
    this.#followsDictionary = true
  }

  find(table: string, sysId: string): Row | undefined {
    for (const name of this.schema.family(table)) {
      const row = this.rows.rows(name).get(sysId)
      if (row) return row
    }
    return undefined
  }

  query(table: string, query: Query, caller: Caller): readonly Row[] {
    const compiled = this.#compile(table, query.encoded ?? '', caller)
    this.#reportDropped(table, compiled)
    const compare = query.orderBy?.length ? compileOrder(this.#queries, table, query.orderBy) : compiled.compare
    const matching = this.#select(table, compiled)
    const sorted = compare ? matching.toSorted(compare) : matching
    const offset = query.offset ?? 0
    return offset === 0 && query.limit === undefined
      ? sorted
      : sorted.slice(offset, query.limit === undefined ? undefined : offset + query.limit)
  }

  count(table: string, encoded: string, caller: Caller): number {
    const compiled = this.#compile(table, encoded, caller)
    this.#reportDropped(table, compiled)
    return this.#select(table, compiled).length
  }

  isQueryValid(table: string, encoded: string, caller: Caller): boolean {
    return this.#compile(table, encoded, caller).isValid
  }

  matches(
    table: string,
    encoded: string,
    row: Row,
    previous: Row | undefined,
    caller: Caller,
    manner?: Manner,
  ): boolean {
    return this.#compile(table, encoded, caller, manner).matches(row, previous)
  }

  insert(table: string, values: Row, caller: Caller, journal: JournalWriting = 'written'): Row {
    return this.atomically(() => {
      const definition = this.schema.get(table)
      const row = newRow(definition, values, this.#moment(table, caller))
      if (this.find(table, row['sys_id'] ?? ''))
        throw new UniqueKeyViolation(`${table} has a row ${row['sys_id']} already`)
      this.#refuseDuplicate(definition, row)
      this.#checkDictionary(table, row, undefined, caller)
      this.rows.put(table, row)
      this.#follow(table, row)
      this.#writeJournal(definition, row, values, caller, journal)
      return row
    })
  }

  update(
    table: string,
    sysId: string,
    changes: Row,
    caller: Caller,
    journal: JournalWriting = 'written',
  ): Row | undefined {
    return this.atomically(() => {
      const before = this.find(table, sysId)
      if (!before) return undefined
      const concrete = this.#tableOf(before, table)
      const moment = this.#moment(concrete.name, caller)
      const changed = changedRow(concrete, before, changes, moment)
      const spoke = this.#writeJournal(concrete, before, changes, caller, journal)
      if (changed === before && !spoke) return before
      const row = changed === before ? { ...before, ...updateStamps(before, moment) } : changed
      this.#refuseDuplicate(concrete, row)
      this.#checkDictionary(concrete.name, row, before, caller)
      this.rows.put(concrete.name, row)
      this.#follow(concrete.name, row)
      return row
    })
  }

  remove(table: string, sysId: string, _caller?: Caller): boolean {
    const row = this.find(table, sysId)
    if (!row) return false
    const { name } = this.#tableOf(row, table)
    this.atomically(() => {
      this.rows.delete(name, sysId)
      this.#follow(name, row, true)
      for (const dependent of dependentsOf(this.rows, sysId)) this.remove(dependent.table, dependent.sysId)
      for (const referrer of referrersOf(this.schema, this.rows, name, sysId)) this.#cascade(referrer)
    })
    return true
  }

  /** What packages bring was checked when they were read. */
  #checkDictionary(table: string, row: Row, before: Row | undefined, caller: Caller): void {
    if (!this.#followsDictionary || !describesTables(table) || caller === systemCaller) return
    const columnRows = this.rows.rows('sys_dictionary').values()
    const dictionary = { schema: this.schema, columnRows, nameOf: (sysId: string) => this.#tableNamed(sysId) }
    checkDictionaryWrite(dictionary, { table, row, ...(before === undefined ? {} : { before }) })
  }

  #follow(table: string, row: Row, isGone = false): void {
    if (!this.#followsDictionary || !describesTables(table)) return
    const isNewTable = table === 'sys_db_object' && !this.schema.source(row['name'] ?? '')
    const changes = {
      define: (source: TableSource) => this.defineTable(source),
      drop: (name: string) => {
        this.dropTable(name)
        for (const [sysId, column] of this.rows.rows('sys_dictionary'))
          if (column['name'] === name) this.remove('sys_dictionary', sysId)
      },
    }
    followDictionary(
      this.schema,
      changes,
      { table, row, isGone },
      {
        tableOf: (sysId) => this.#tableNamed(sysId),
        scopeOf: (sysId) => this.find('sys_scope', sysId)?.['scope'] ?? '',
      },
    )
    if (isNewTable) this.describeTable(row['name'] ?? '')
  }

  #tableNamed(sysId: string): string {
    return this.rows.rows('sys_db_object').get(sysId)?.['name'] ?? ''
  }

  /** Adds to sys_dictionary what the platform writes there about every table. */
  describeTable(name: string): void {
    const entries = this.rows.rows('sys_dictionary').values()
    for (const entry of missingEntries(this.schema, entries, name)) this.insert('sys_dictionary', entry, systemCaller)
  }

  #cascade({ table, row, field, rule }: Referrer): void {
    if (rule === 'clear') this.rows.put(table, { ...row, [field]: '' })
    else if (rule === 'delete' || rule === 'delete_no_workflow') this.remove(table, row['sys_id'] ?? '')
    else throw new NotSimulated(`the reference_cascade_rule ${rule} of ${table}.${field}`)
  }

  displayValue(table: string, field: string, value: string, viewer?: Viewer): string {
    const column = this.schema.find(table)?.columns.get(field)
    return column ? displayValue(this.#world, table, column, value, viewer) : value
  }

  valueOfDisplay(table: string, field: string, shown: string, caller: Caller): string {
    const column = this.schema.find(table)?.columns.get(field)
    if (!column || shown === '') return shown
    if (column.referenceKey !== undefined) return shown
    if (isReference(column)) return this.#referenceOf(column.reference ?? '', shown, caller)
    const { language, manners } = this.viewerOf(caller)
    if (isShownByManners(column.type)) return readTime(column.type, shown, manners)
    return this.#world.choices.value(table, field, shown, language) ?? shown
  }

  choicesOf(table: string, field: string, language: string): readonly Choice[] {
    return this.#world.choices.list(table, field, language)
  }

  languageOf(caller: Caller): string {
    const user = this.rows.rows('sys_user').get(caller.userSysId)
    const wanted = [user?.['preferred_language'], this.property('glide.sys.language')]
    // A language comes with its plugin. Whoever has chosen one that this instance has not reads the instance's own.
    return wanted.find((id) => id && this.rows.first('sys_language', (row) => row['id'] === id)) ?? 'en'
  }

  viewerOf(caller: Caller): Viewer {
    const user = this.rows.rows('sys_user').get(caller.userSysId)
    return { language: this.languageOf(caller), manners: mannersOf(user, (name) => this.property(name)) }
  }

  walk(table: string, row: Row, path: string): { table: string; field: string; value: string } | undefined {
    return walkPath(this.#world, table, row, path)
  }

  cascadedBy(table: string, sysId: string): readonly { readonly table: string; readonly sysId: string }[] {
    return referrersOf(this.schema, this.rows, table, sysId)
      .filter(({ rule }) => rule === 'delete')
      .map((referrer) => ({ table: referrer.table, sysId: referrer.row['sys_id'] ?? '' }))
  }

  journalEntries(table: string, sysId: string, values: Row): readonly Row[] {
    const definition = this.schema.find(table)
    return definition ? journalEntries(definition, sysId, values) : []
  }

  atomically<T>(work: () => T): T {
    return this.rows.atomically(work)
  }

  revision(table: string): number {
    return this.schema.family(table).reduce((sum, name) => sum + this.rows.revision(name), 0)
  }

  get schemaRevision(): number {
    return this.schema.revision
  }

  encrypt(plain: string): string {
    return this.secrets.encrypt(plain)
  }

  decrypt(value: string): string {
    return this.secrets.decrypt(value)
  }

  journalText(table: string, sysId: string, element: string, viewer?: Viewer, count?: number): string {
    const columns = this.schema.find(table)?.columns
    const entries = readJournal(this.rows, sysId, journalElements(columns, element)).slice(0, count)
    const labelOf = (name: string) => columns?.get(name)?.label ?? name
    const timeOf = (stored: string) => (viewer ? showTime('glide_date_time', stored, viewer.manners) : stored)
    return journalText(entries, { labelOf, timeOf, nameOf: (userName) => this.#nameOf(userName) })
  }

  #nameOf(userName: string): string {
    const user = this.rows.having('sys_user', 'user_name', [userName]).find((row) => row['user_name'] === userName)
    return user?.['name'] || userName
  }

  property(name: string): string | undefined {
    const revision = this.rows.revision('sys_properties')
    if (revision !== this.#properties.revision)
      this.#properties = { revision, byName: firstByName(this.rows.rows('sys_properties').values()) }
    return this.#properties.byName.get(name)
  }

  flush(): void {
    this.#persistence.flush()
  }

  #referenceOf(table: string, shown: string, caller: Caller): string {
    if (!this.schema.find(table)) return ''
    if (this.find(table, shown)) return shown
    const display = this.schema.displayColumn(table)
    if (display === undefined) return ''
    const [found] = this.query(table, { encoded: `${display}=${shown}`, limit: 1 }, caller)
    return found?.['sys_id'] ?? ''
  }

  #reportDropped(table: string, { strangers }: CompiledQuery): void {
    for (const field of strangers) this.#options.dropped?.(`a condition on ${table}.${field}, which is no column here`)
  }

  #select(table: string, compiled: CompiledQuery): Row[] {
    if (compiled.sysId !== undefined) {
      const row = this.find(table, compiled.sysId)
      return row ? [row] : []
    }
    const found: Row[] = []
    for (const name of this.schema.family(table)) {
      for (const row of this.#candidates(name, compiled)) if (compiled.matches(row, undefined)) found.push(row)
    }
    return found
  }

  /** The rows that have to be looked at: by the comparison that leaves the fewest, where there is one. */
  #candidates(table: string, { narrowings }: CompiledQuery): Iterable<Row> {
    const [fewest] = narrowings
      .map(({ column, values }) => ({ column, values, count: this.rows.countHaving(table, column, values) }))
      .toSorted((one, other) => one.count - other.count)
    return fewest ? this.rows.having(table, fewest.column, fewest.values) : this.rows.rows(table).values()
  }

  #compile(table: string, encoded: string, caller: Caller, manner?: Manner): CompiledQuery {
    const scope = this.#scope(caller)
    return compileQuery(this.#queries, table, encoded, manner ? { ...scope, manner } : scope)
  }

  #scope(caller: Caller): ValueScope {
    return {
      caller,
      now: this.#options.clock.now(),
      zone: this.viewerOf(caller).manners.zone,
      property: (name) => this.property(name),
      groupsOf: (user) => this.#groupsOf(user),
      notSimulated: this.#options.notSimulated,
    }
  }

  #groupsOf(user: string): readonly string[] {
    return this.rows.having('sys_user_grmember', 'user', [user]).map((row) => row['group'] ?? '')
  }

  #moment(table: string, caller: Caller): WriteMoment {
    return {
      caller,
      now: this.#options.clock.now(),
      secrets: this.secrets,
      evaluateDefault: (expression) =>
        isNextNumber(expression)
          ? takeNumber(this.schema, this.rows, table, newSysId)
          : evaluateValueScript(expression, this.#scope(caller)),
    }
  }

  #tableOf(row: Row, table: string): TableDefinition {
    return this.schema.find(row['sys_class_name'] ?? '') ?? this.schema.get(table)
  }

  #writeJournal(table: TableDefinition, row: Row, values: Row, caller: Caller, journal: JournalWriting): boolean {
    const entries = journalEntries(table, row['sys_id'] ?? '', values)
    if (journal === 'written') for (const entry of entries) this.insert('sys_journal_field', entry, caller)
    return entries.length > 0
  }

  #refuseDuplicate(table: TableDefinition, row: Row): void {
    for (const column of table.columns.values()) {
      const value = row[column.name] ?? ''
      if (!column.unique || value === '') continue
      for (const other of this.rows.having(table.name, column.name, [value])) {
        if (other[column.name] === value && other['sys_id'] !== row['sys_id']) {
          throw new UniqueKeyViolation(`Unique Key violation: ${table.name}.${column.name} '${value}' exists already`)
        }
      }
    }
  }
}
