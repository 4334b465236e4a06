export { createCodeEditor } from './code-editor.ts'
export { createDiffView } from './diff-view.ts'
