import { StateEffect, StateField } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap, showTooltip } from '@codemirror/view'
import type { Tooltip, ViewUpdate } from '@codemirror/view'
import type { AskLanguage } from '../../../api/use-ask-language.ts'
import { placeCard } from './place-card.ts'

const setCard = StateEffect.define<Tooltip | null>()

/** One card at a time; the next move of the cursor takes it away, unless it is typing within the call. */
const cardField = StateField.define<Tooltip | null>({
  create: () => null,
  update: (card, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setCard)) return effect.value
    if (!card) return null
    if (transaction.docChanged) return { ...card, pos: transaction.changes.mapPos(card.pos) }
    return transaction.selection ? null : card
  },
  provide: (field) => showTooltip.from(field),
})

/**
 * What a call takes, while its brackets are filled in, and on Ctrl-Shift-Space what stands where the cursor is: shown beside it and
 * announced to whoever does not see it.
 */
export const callHelp = (ask: AskLanguage): Extension => [
  cardField,
  EditorView.updateListener.of((update) => {
    if (hasOpenedCall(update)) void show(ask, update.view, false)
    else if (hasClosedCall(update)) update.view.dispatch({ effects: setCard.of(null) })
  }),
  keymap.of([
    {
      key: 'Ctrl-Shift-Space',
      run: (view) => {
        void show(ask, view, true)
        return true
      },
    },
    {
      key: 'Escape',
      run: (view) => {
        if (!view.state.field(cardField)) return false
        view.dispatch({ effects: setCard.of(null) })
        return true
      },
    },
  ]),
]

const typed = (update: ViewUpdate): string => {
  if (!update.docChanged || !update.transactions.some((each) => each.isUserEvent('input'))) return ''
  const { head } = update.state.selection.main
  return update.state.sliceDoc(Math.max(0, head - 1), head)
}

const hasOpenedCall = (update: ViewUpdate) => ['(', ','].includes(typed(update))
const hasClosedCall = (update: ViewUpdate) => typed(update) === ')' && update.state.field(cardField) !== null

async function show(ask: AskLanguage, view: EditorView, isAsked: boolean): Promise<void> {
  const { head } = view.state.selection.main
  const source = view.state.doc.toString()
  const place = await ask.describe(source, head).catch(() => undefined)
  if (view.state.doc.toString() !== source) return
  const known = place?.signature ?? (isAsked && place?.hover ? { ...place.hover, parameter: null } : undefined)
  const effects: StateEffect<unknown>[] = [setCard.of(known ? cardAt(head, known) : null)]
  if (known) effects.push(EditorView.announce.of([known.text, known.documentation, known.example].join('\n')))
  view.dispatch({ effects })
}

const cardAt = (pos: number, card: Parameters<typeof placeCard>[0]): Tooltip => ({
  pos,
  above: true,
  create: () => ({ dom: placeCard(card) }),
})
