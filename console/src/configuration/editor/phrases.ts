import type { TFunction } from 'i18next'

/** What the editor itself says, to screen readers mostly: its own words → the reader's. */
export const phrasesOf = (t: TFunction): Readonly<Record<string, string>> => ({
  Completions: t('configure.editor.completions'),
  Diagnostics: t('configure.editor.diagnostics'),
  'No diagnostics': t('configure.editor.noDiagnostics'),
  close: t('configure.editor.close'),
  Find: t('configure.editor.find'),
  Replace: t('configure.editor.replace'),
  next: t('configure.editor.next'),
  previous: t('configure.editor.previous'),
  all: t('configure.editor.all'),
  'match case': t('configure.editor.matchCase'),
  'by word': t('configure.editor.byWord'),
  regexp: t('configure.editor.regexp'),
  replace: t('configure.editor.replaceOne'),
  'replace all': t('configure.editor.replaceAll'),
  'Go to line': t('configure.editor.goToLine'),
  go: t('configure.editor.go'),
  'Selection deleted': t('configure.editor.selectionDeleted'),
})
