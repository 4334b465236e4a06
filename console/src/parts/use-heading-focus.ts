import { useEffect, useRef } from 'react'

/** The first page after loading leaves the focus where the browser put it. */
let hasArrivedBefore = false
/** True while one page is being drawn: its heading has the focus, and the first step's heading must not take it. */
let isPageArriving = false

/** Moves the focus to the page's heading on arrival, so that a screen reader reads on from there. */
export function usePageFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasArrivedBefore) heading.current?.focus()
    hasArrivedBefore = true
    isPageArriving = true
    queueMicrotask(() => {
      isPageArriving = false
    })
  }, [title])
  return heading
}

/** Moves the focus to the heading of a wizard's step when the step begins. */
export function useStepFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isPageArriving) heading.current?.focus()
  }, [title])
  return heading
}
