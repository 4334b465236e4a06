import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly tone: 'good' | 'waiting' | 'attention'
  readonly children: ReactNode
}

/** A message that belongs to the page and is no refusal; read out politely when it appears or changes. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <Box className="accord-notice" data-tone={tone} role="status">
      {children}
    </Box>
  )
}
