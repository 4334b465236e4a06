import { unifiedMergeView } from '@codemirror/merge'
import { javascript } from '@codemirror/lang-javascript'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { editorLook } from './editor-look.ts'
import { styleNonce } from './style-nonce.ts'

export interface DiffViewOptions {
  readonly parent: HTMLElement
  readonly before: string
  readonly after: string
  readonly phrases: Readonly<Record<string, string>>
  readonly label: string
}

/** Lines that are the same are folded where there are more than these, but for some beside each change. */
const FOLDED = { margin: 3, minSize: 6 }

/** What became of a script, in one column: the lines that went above those that came. */
export function createDiffView({ parent, before, after, phrases, label }: DiffViewOptions) {
  const extensions = [
    lineNumbers(),
    javascript({ typescript: true }),
    editorLook(),
    EditorView.cspNonce.of(styleNonce()),
    EditorState.readOnly.of(true),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    unifiedMergeView({ original: before, mergeControls: false, gutter: true, collapseUnchanged: FOLDED }),
  ]
  const view = new EditorView({ parent, state: EditorState.create({ doc: after, extensions }) })
  return { destroy: () => view.destroy() }
}
