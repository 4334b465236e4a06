import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { usePageFocus } from './use-heading-focus.ts'

interface PageHeadingProps {
  readonly title: string
  readonly lead?: ReactNode
  /** Stands right of the title: a badge. */
  readonly mark?: ReactNode
  readonly children?: ReactNode
}

/** The page's h1: takes the focus on arrival, names the document, and carries the page's main actions. */
export function PageHeading({ title, lead, mark, children }: PageHeadingProps) {
  const heading = usePageFocus(title)
  useEffect(() => {
    document.title = `${title} · Accord`
  }, [title])
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4} style={{ minWidth: 0, flex: '1 1 18rem' }}>
        <Group gap="sm" align="center">
          <Title
            order={1}
            ref={heading}
            tabIndex={-1}
            className="accord-heading"
            style={{ overflowWrap: 'anywhere', minWidth: 0 }}
          >
            {title}
          </Title>
          {mark}
        </Group>
        {lead ? (
          <Text c="dimmed" maw="44rem" component="div">
            {lead}
          </Text>
        ) : null}
      </Stack>
      {children ? <Group gap="sm">{children}</Group> : null}
    </Group>
  )
}
