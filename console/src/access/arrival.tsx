import { Box } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

interface ArrivalProps {
  /** The keyboard goes on from here, since what had it before is gone. */
  readonly takesFocus: boolean
  readonly children: ReactNode
}

/** What comes in place of something else on the same page. */
export function Arrival({ takesFocus, children }: ArrivalProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [takesFocus])
  return (
    <Box ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Box>
  )
}
