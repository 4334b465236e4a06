import { forEachDiagnostic, nextDiagnostic } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

/** The package's own key shows what is wrong where it leads to; whoever does not see that has it said. */
export const nextMistake: Extension = keymap.of([{ key: 'F8', run: goToNext }])

function goToNext(view: EditorView): boolean {
  const hasMoved = nextDiagnostic(view)
  const { from, to } = view.state.selection.main
  const messages: string[] = []
  forEachDiagnostic(view.state, ({ message }, start, end) => {
    if (start === from && end === to) messages.push(message)
  })
  if (messages.length > 0) view.dispatch({ effects: EditorView.announce.of(messages.join('\n')) })
  return hasMoved || messages.length > 0
}
