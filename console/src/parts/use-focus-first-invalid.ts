import { useEffect } from 'react'
import type { RefObject } from 'react'

/** After each attempt to go on, the focus goes to the first field that stands in the way. */
export function useFocusFirstInvalid(form: RefObject<HTMLElement | null>, attempts: number): void {
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, attempts])
}
