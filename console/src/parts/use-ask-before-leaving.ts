import { useBlocker } from '@tanstack/react-router'
import { useRef, useState } from 'react'

interface Leaving {
  /** True while the question is open. */
  readonly asking: boolean
  /** Does `next` at once when nothing would be lost, otherwise after the question. */
  readonly attempt: (next: () => void) => void
  readonly stay: () => void
  readonly leave: () => void
}

/** While `unsafe`, leaving (by a button, by a link, by back, by closing the tab) asks first. */
export function useAskBeforeLeaving(unsafe: boolean): Leaving {
  const released = useRef(false)
  const [pending, setPending] = useState<{ readonly next: () => void } | null>(null)
  const isUnsafe = () => unsafe && !released.current
  const blocker = useBlocker({ shouldBlockFn: isUnsafe, enableBeforeUnload: isUnsafe, withResolver: true })
  const stay = () => {
    setPending(null)
    blocker.reset?.()
  }
  const leave = () => {
    released.current = true
    setPending(null)
    blocker.proceed?.()
    pending?.next()
  }
  const attempt = (next: () => void) => (isUnsafe() ? setPending({ next }) : next())
  return { asking: pending !== null || blocker.status === 'blocked', attempt, stay, leave }
}
