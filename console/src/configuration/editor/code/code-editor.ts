import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { AskLanguage } from '../../../api/use-ask-language.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { editorLook } from './editor-look.ts'
import { editorTools } from './editor-tools.ts'
import { languageHelp } from './language-help.ts'
import { createOwnChanges } from './own-changes.ts'

/** What is wrong at a place, from 1; null where it is not known. */
export interface Mark {
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly message: string
}

export interface Appearance {
  readonly isReadOnly: boolean
  /** Of the field, for whoever does not see it. */
  readonly attributes: Readonly<Record<string, string>>
}

export interface CodeEditorOptions {
  readonly parent: HTMLElement
  readonly source: string
  readonly phrases: Readonly<Record<string, string>>
  readonly ask: AskLanguage
  readonly onChange: (source: string) => void
}

export interface CodeEditor {
  /** Does nothing where it is what stands there. */
  readonly setSource: (source: string) => void
  readonly setAppearance: (appearance: Appearance) => void
  readonly mark: (marks: readonly Mark[]) => void
  readonly goTo: (line: number) => void
  readonly select: (from: number, to: number) => void
  readonly destroy: () => void
}

/**
 * The editor with colours, completion and what the compiler knows of a place. This folder is loaded when an editor is opened, and
 * imports nothing of the page but types: on an instance the page's own script has another address there, and would run twice.
 */
export function createCodeEditor({ parent, source, phrases, ask, onChange }: CodeEditorOptions): CodeEditor {
  const appearance = new Compartment()
  const own = createOwnChanges()
  let isReplacing = false
  const extensions = [
    editorTools(),
    editorLook(),
    EditorState.phrases.of(phrases),
    languageHelp(ask),
    appearance.of([]),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (!docChanged || isReplacing) return
      const text = state.doc.toString()
      own.note(text)
      onChange(text)
    }),
  ]
  const view = new EditorView({ parent, state: EditorState.create({ doc: source, extensions }) })
  return {
    setSource: (next) => {
      if (own.take(next) || view.state.doc.toString() === next) return
      isReplacing = true
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } })
      isReplacing = false
    },
    setAppearance: ({ isReadOnly, attributes }) =>
      view.dispatch({
        effects: appearance.reconfigure([
          EditorState.readOnly.of(isReadOnly),
          EditorView.contentAttributes.of({ ...attributes }),
        ]),
      }),
    mark: (marks) => view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state.doc, marks))),
    goTo: (line) => goTo(view, line),
    select: (from, to) => select(view, from, to),
    destroy: () => view.destroy(),
  }
}

function goTo(view: EditorView, wanted: number): void {
  const { doc } = view.state
  const line = doc.line(Math.min(Math.max(wanted, 1), doc.lines))
  select(view, line.from, line.to)
}

function select(view: EditorView, from: number, to: number): void {
  const end = view.state.doc.length
  view.dispatch({
    selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
    effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }),
  })
  view.focus()
}
