import { Box, Stack, Title } from '@mantine/core'
import { useId } from 'react'
import type { ReactNode } from 'react'

interface PanelProps {
  readonly title?: string
  readonly children: ReactNode
}

/** A bordered area of a page, with its own heading where it has one. */
export function Panel({ title, children }: PanelProps) {
  const id = useId()
  return (
    <Box
      component={title ? 'section' : 'div'}
      className="accord-panel"
      p={{ base: 'md', sm: 'lg' }}
      {...(title ? { 'aria-labelledby': id } : {})}
    >
      <Stack gap="md">
        {title ? (
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
        ) : null}
        {children}
      </Stack>
    </Box>
  )
}
