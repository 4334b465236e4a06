import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import ts from 'typescript'

import type { Direction } from '../../rules/index.ts'
import type { Draft } from '../messages.ts'
import type { Opened } from './opened.ts'

const LIBRARY = dirname(ts.getDefaultLibFilePath({}))
const API = new URL('../../rules/scripts/accord.d.ts', import.meta.url)
const LANGUAGES: readonly string[] = ['de']

/** As in scripts/tsconfig.json, by which the scripts that we ship are checked. */
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  noEmit: true,
}

interface Text {
  version: number
  snapshot: ts.IScriptSnapshot
  text: string
}

const textOf = (text: string): Text => ({ version: 1, text, snapshot: ts.ScriptSnapshot.fromString(text) })

/** The compiler over a script of one direction. It sees the API, the tables and its own library, and no file of this machine. */
export class Workspace {
  readonly #file: string
  readonly #tables: string
  readonly #texts = new Map<string, Text>()
  readonly #service: ts.LanguageService
  #language = 'en'

  constructor(direction: Direction, registry: ts.DocumentRegistry) {
    this.#file = `/${direction}.ts`
    // The two directions have tables of their own, and the registry goes by names.
    this.#tables = `/${direction}.tables.d.ts`
    this.#texts.set('/accord.d.ts', textOf(readFileSync(API, 'utf8')))
    this.#service = ts.createLanguageService(this.#host(), registry)
  }

  open(draft: Draft): Opened {
    this.#put(this.#tables, draft.tables)
    this.#put(this.#file, draft.source)
    this.#speak(draft.language)
    const program = this.#service.getProgram()
    const source = program?.getSourceFile(this.#file)
    if (!source) throw new Error('The script is not in its own program')
    return { service: this.#service, file: this.#file, source, language: this.#language }
  }

  /** What the compiler says is made while it checks: in another language it checks again. */
  #speak(wanted: string): void {
    const language = LANGUAGES.includes(wanted) ? wanted : 'en'
    speak(language)
    const known = this.#texts.get(this.#file)
    if (language === this.#language || !known) return
    this.#language = language
    this.#texts.set(this.#file, { ...known, version: known.version + 1 })
  }

  #put(name: string, text: string): void {
    const known = this.#texts.get(name)
    if (known?.text === text) return
    this.#texts.set(name, { ...textOf(text), version: (known?.version ?? 0) + 1 })
  }

  #host(): ts.LanguageServiceHost {
    const textAt = (name: string) => this.#texts.get(name) ?? this.#library(name)
    return {
      getCompilationSettings: () => OPTIONS,
      getScriptFileNames: () => ['/accord.d.ts', this.#tables, this.#file],
      getScriptVersion: (name) => String(textAt(name)?.version ?? 0),
      getScriptSnapshot: (name) => textAt(name)?.snapshot,
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => join(LIBRARY, 'lib.es2022.d.ts'),
      fileExists: (name) => textAt(name) !== undefined,
      readFile: (name) => textAt(name)?.text,
      directoryExists: (name) => name === '/' || name === LIBRARY,
      getDirectories: () => [],
    }
  }

  /** Of the files of this machine those alone that come with the compiler. */
  #library(name: string): Text | undefined {
    if (dirname(name) !== LIBRARY || !/^lib\.[a-z0-9.]+\.d\.ts$/u.test(name.slice(LIBRARY.length + 1))) return undefined
    const text = ts.sys.readFile(name)
    if (text === undefined) return undefined
    const known = textOf(text)
    this.#texts.set(name, known)
    return known
  }
}

/** The compiler knows no way back to English: it is given a dictionary without a word then, and falls back to its own. */
function speak(language: string): void {
  if (language === 'en')
    ts.validateLocaleAndSetLanguage('de', { ...ts.sys, fileExists: () => true, readFile: () => '{}' })
  else ts.validateLocaleAndSetLanguage(language, ts.sys)
}
