import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Whoever comes to a step of a wizard types at once. To be called by what has the step's heading in it, which would have the focus. */
export function useFirstField(form: RefObject<HTMLElement | null>): void {
  useEffect(() => form.current?.querySelector<HTMLElement>('input:enabled, textarea')?.focus(), [form])
}
