import { autocompletion } from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { ScriptCompletions } from '@accord/shared/schemas'
import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import type { EditorView, Tooltip } from '@codemirror/view'
import type { AskLanguage } from '../../../api/use-ask-language.ts'
import { callHelp } from './call-help.ts'
import { placeCard } from './place-card.ts'

/** A pause in typing. Every question is a call to the node, on an instance one of the few that a person may have at once. */
const TYPING_PAUSE_MS = 200
const HOVER_MS = 500

/** Help that does not come takes nothing away: who writes goes on writing. */
export const languageHelp = (ask: AskLanguage): Extension => [
  autocompletion({
    override: [(context) => complete(ask, context)],
    activateOnTypingDelay: TYPING_PAUSE_MS,
    icons: false,
  }),
  hoverTooltip((view, offset) => hover(ask, view, offset), { hoverTime: HOVER_MS }),
  callHelp(ask),
]

/** The compiler's words for what stands in lists → the editor's. */
const KINDS: Readonly<Record<string, string>> = {
  property: 'property',
  getter: 'property',
  setter: 'property',
  method: 'method',
  function: 'function',
  string: 'text',
  keyword: 'keyword',
}

async function complete(ask: AskLanguage, context: CompletionContext): Promise<CompletionResult | null> {
  const before = context.matchBefore(/[.'"][^\s.'"]*|[\p{L}_$][\p{L}\p{N}_$]*/u)
  if (!context.explicit && !before) return null
  const aborted = new AbortController()
  context.addEventListener('abort', () => aborted.abort())
  const source = context.state.doc.toString()
  const { from, options } = await ask.complete(source, context.pos, aborted.signal).catch(() => NOTHING)
  // Who has gone on to the next field meanwhile would leave a list behind that no key closes.
  if (context.aborted || options.length === 0 || context.view?.hasFocus === false) return null
  const isText = options.every(({ kind }) => kind === 'string')
  return {
    from,
    options: options.map(optionOf),
    // Within the same word the list is narrowed here, without another question.
    validFor: isText ? /^[^'"\n]*$/ : /^[\p{L}\p{N}_$]*$/u,
  }
}

const NOTHING: ScriptCompletions = { from: 0, options: [] }

const optionOf = ({
  label,
  kind,
  detail,
  documentation,
  example,
}: ScriptCompletions['options'][number]): Completion => ({
  label,
  type: KINDS[kind] ?? 'variable',
  ...(documentation === '' && example === '' && detail === label
    ? {}
    : { info: () => placeCard({ text: detail, documentation, example, parameter: null }) }),
})

async function hover(ask: AskLanguage, view: EditorView, offset: number): Promise<Tooltip | null> {
  const source = view.state.doc.toString()
  const place = await ask.describe(source, offset).catch(() => undefined)
  if (!place?.hover || view.state.doc.toString() !== source) return null
  const { from, to, ...card } = place.hover
  return {
    pos: from,
    end: to,
    above: true,
    create: () => ({ dom: placeCard({ ...card, parameter: null }) }),
  }
}
