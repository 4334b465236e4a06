export { createCodeEditor } from './code-editor.ts'
export { createDiffView } from './diff-view.ts'
export { lineToAdd } from './line-to-add.ts'
