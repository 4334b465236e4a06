import { useEffect, useState } from 'react'
import { reloadOnce } from '../../host/reload-once.ts'
import type { CodeEditor, CodeEditorOptions } from './code/code-editor.ts'

type Create = (options: CodeEditorOptions) => CodeEditor

/** The editor, half as heavy as the whole console: on its way, here, or not to be had. */
export type LoadedEditor =
  { readonly state: 'loading' | 'failed' } | { readonly state: 'here'; readonly create: Create }

export function useCodeEditor(): LoadedEditor {
  const [loaded, setLoaded] = useState<LoadedEditor>({ state: 'loading' })
  useEffect(() => {
    let isWanted = true
    const become = (next: LoadedEditor) => isWanted && setLoaded(next)
    import('./code/code-editor.ts').then(
      ({ createCodeEditor }) => become({ state: 'here', create: createCodeEditor }),
      // Nothing can have been typed yet: what is shown meanwhile takes no input.
      () => isWanted && (reloadOnce(window) || become({ state: 'failed' })),
    )
    return () => {
      isWanted = false
    }
  }, [])
  return loaded
}
