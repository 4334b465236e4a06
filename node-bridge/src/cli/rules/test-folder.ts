import { createSandbox, type Sandbox } from '../../sandbox/index.ts'
import { compileRules, type Rules } from '../../sync/rules/index.ts'
import { LanguageService } from '../../sync/language/index.ts'
import type { RulesFolder } from './folder.ts'
import { diffLines } from './line-diff.ts'
import { type Entry, scriptFile } from './manifest.ts'
import { type Direction, DIRECTIONS } from './node-side.ts'
import { prettyJson, readRecording, type Recording, recordingsFolder, writeRecording } from './recording.ts'
import { NotRecorded, replay } from './replay.ts'
import { readTables } from './static-files.ts'

/** One thing that was tried. `problems`: none where it went well; a line each. */
export interface Case {
  readonly folder: string
  readonly name: string
  readonly kind: 'script' | 'recording'
  readonly problems: readonly string[]
  readonly seconds: number
}

export interface Tried {
  readonly cases: readonly Case[]
  readonly updated: readonly string[]
  readonly areTablesKnown: boolean
}

interface Trying {
  readonly folder: RulesFolder
  readonly sandbox: Sandbox
  readonly language: LanguageService
  readonly tables: string | undefined
  readonly update: boolean
}

/** Checks the types of every script and runs every recording. It needs no node and reaches nothing. */
export async function testFolder(
  folder: RulesFolder,
  entries: readonly (readonly [string, Entry])[],
  update: boolean,
): Promise<Tried> {
  const sandbox = createSandbox({ threads: 1 })
  const language = new LanguageService()
  const tables = await readTables(folder)
  const cases: Case[] = []
  const updated: string[] = []
  try {
    for (const named of entries) await testOne({ folder, sandbox, language, tables, update }, named, cases, updated)
  } finally {
    await Promise.all([sandbox.close(), language.close()])
  }
  return { cases, updated, areTablesKnown: tables !== undefined }
}

async function testOne(trying: Trying, [name, entry]: readonly [string, Entry], cases: Case[], updated: string[]) {
  const rules: Partial<Record<Direction, Rules>> = {}
  for (const direction of DIRECTIONS) {
    const file = scriptFile(name, entry, direction)
    const checked = await timed(() => checkScript(trying, entry, direction, file))
    if (checked.result.rules) rules[direction] = checked.result.rules
    cases.push({
      folder: name,
      name: file,
      kind: 'script',
      problems: checked.result.problems,
      seconds: checked.seconds,
    })
  }
  const recordings = (await trying.folder.list(recordingsFolder(name))).filter((file) => file.endsWith('.json'))
  for (const recorded of recordings) {
    const file = `${recordingsFolder(name)}/${recorded}`
    const { result, seconds } = await timed(() => runRecording(trying, file, rules))
    if (result.isUpdated) updated.push(file)
    cases.push({ folder: name, name: file, kind: 'recording', problems: result.problems, seconds })
  }
}

async function timed<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> {
  const from = performance.now()
  return { result: await act(), seconds: (performance.now() - from) / 1000 }
}

interface Checked {
  readonly rules?: Rules
  readonly problems: readonly string[]
}

/** As the node reads it when it is published, and as its editor checks it. */
async function checkScript(
  { folder, sandbox, language, tables }: Trying,
  { table }: Entry,
  direction: Direction,
  file: string,
): Promise<Checked> {
  const source = await folder.read(file)
  if (source === undefined) return { problems: [`${file}: is not there`] }
  const compiled = await compileRules(sandbox, { direction, table, source })
  if (compiled.kind === 'failed') {
    const { code, message, at } = compiled.failure
    const place = [file, at?.line, at?.column].filter((part) => part !== undefined).join(':')
    return { problems: [`${place}: ${code}: ${message}`] }
  }
  if (tables === undefined) return { rules: compiled.rules, problems: [] }
  const draft = { direction, source, tables, language: 'en' }
  const findings = await language.ask({ kind: 'diagnose', draft })
  const problems = findings.map(
    ({ code, message, from }) => `${file}:${from.line}:${from.column}: ${code}: ${message.replaceAll('\n', ' ')}`,
  )
  return { rules: compiled.rules, problems }
}

interface Ran {
  readonly problems: readonly string[]
  readonly isUpdated: boolean
}

async function runRecording(
  { folder, sandbox, update }: Trying,
  file: string,
  all: Partial<Record<Direction, Rules>>,
): Promise<Ran> {
  const wrong = (...problems: readonly string[]): Ran => ({ problems, isUpdated: false })
  const recording = await readRecording(folder, file).catch((error: Error) => error)
  if (recording instanceof Error) return wrong(recording.message)
  const rules = all[recording.direction]
  if (!rules) return wrong(`${file}: its ${recording.direction} script cannot be run`)
  const happened = await replay(sandbox, rules, recording).catch((error: Error) => error)
  if (happened instanceof NotRecorded) return wrong(`${file}: ${happened.message}`)
  if (happened instanceof Error) throw happened
  if (update) {
    const isUpdated = await writeRecording(folder, file, { ...recording, expect: happened })
    return { problems: [], isUpdated }
  }
  return wrong(...differences(file, recording, happened))
}

function differences(file: string, { expect }: Recording, happened: unknown): readonly string[] {
  if (expect === null) return [`${file}: nobody has said what is right: accord rules test --update writes it`]
  const lines = diffLines(prettyJson(expect), prettyJson(happened))
  return lines.length === 0 ? [] : [`${file}: is not what was expected (- expected, + now)`, ...lines]
}
