/** Half as heavy as the whole console: loaded when a script, or what became of one, is shown. */
export const loadEditor = () => import('./code/index.ts')
