import { useState } from 'react'

/** Which of two equal animations a row shows after its connection has changed under the reader's eyes: each change begins one. */
export function useFlash(revision: number): 'odd' | 'even' | undefined {
  const [first] = useState(revision)
  if (revision === first) return undefined
  return revision % 2 === 0 ? 'even' : 'odd'
}
