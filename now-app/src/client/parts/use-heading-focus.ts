import { useEffect, useRef } from 'react'

/** The first heading of a freshly loaded page leaves the focus where the browser put it. */
let hasArrivedBefore = false

/** Moves the focus to the heading when a page or a step begins, so that a screen reader reads on from there. */
export function useHeadingFocus(step: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasArrivedBefore) heading.current?.focus({ preventScroll: false })
    hasArrivedBefore = true
  }, [step])
  return heading
}
