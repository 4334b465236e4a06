import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The page's own colours, so that both schemes have enough contrast. */
const THEME = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'inherit', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)', padding: '0.5rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--mantine-color-dimmed)',
    borderRight: '1px solid var(--accord-line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--accord-marked-line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accord-selection)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--accord-selection)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accord-selection)', outline: 'none' },
  '.cm-tooltip': {
    maxWidth: 'min(40rem, 90vw)',
    border: '1px solid var(--accord-line)',
    borderRadius: 'var(--mantine-radius-sm)',
    backgroundColor: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
    boxShadow: 'var(--mantine-shadow-sm)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mantine-font-family-monospace)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-filled)',
    color: 'var(--mantine-primary-color-contrast)',
  },
  '.cm-tooltip-autocomplete .cm-completionDetail': { fontStyle: 'normal', opacity: '1', marginLeft: '1rem' },
  '.cm-diagnostic': { whiteSpace: 'pre-wrap', padding: '0.375rem 0.625rem' },
  '.cm-changedLine, .cm-insertedLine, &.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--accord-came)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--accord-went)', paddingInlineStart: '6px' },
  '.cm-deletedChunk .cm-deletedText, &.cm-merge-b .cm-changedText, .cm-insertedText': {
    background: 'var(--accord-selection)',
  },
  '.cm-collapsedLines': {
    background: 'transparent',
    color: 'var(--mantine-color-dimmed)',
    borderBlock: '1px solid var(--accord-line)',
  },
  // The package's own sign stands in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
  '.cm-panels': { backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { backgroundColor: 'var(--accord-selection)' },
})

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--accord-code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--accord-code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--accord-code-value)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--accord-code-call)' },
  { tag: [tags.typeName], color: 'var(--accord-code-type)' },
])

export const editorLook = (): Extension => [THEME, syntaxHighlighting(COLOURS)]
