import { VisuallyHidden } from '@mantine/core'
import { createContext, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** Says a sentence politely to screen readers. */
export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext)

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', times: 0 })
  const announce = useCallback((text: string) => setSaid((last) => ({ text, times: last.times + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        <span key={said.times}>{said.text}</span>
      </VisuallyHidden>
    </AnnounceContext>
  )
}
