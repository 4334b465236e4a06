import { useEffect, useState } from 'react'
import { reloadOnce } from './reload-once.ts'

/** A part of the page that is loaded when it is needed: on its way, here, or not to be had. */
export type LoadedPart<Part> =
  { readonly state: 'loading' | 'failed' } | { readonly state: 'here'; readonly part: Part }

/**
 * `load`: the same function each time. What is shown meanwhile must take no input: the page may be loaded anew. For a part that is no
 * component; one that is a component is a `laterPart`.
 */
export function usePart<Part>(load: () => Promise<Part>): LoadedPart<Part> {
  const [loaded, setLoaded] = useState<LoadedPart<Part>>({ state: 'loading' })
  useEffect(() => {
    let isWanted = true
    const become = (next: LoadedPart<Part>) => isWanted && setLoaded(next)
    load().then(
      (part) => become({ state: 'here', part }),
      () => isWanted && (reloadOnce(window) || become({ state: 'failed' })),
    )
    return () => {
      isWanted = false
    }
  }, [load])
  return loaded
}
