import { Anchor, Box, Code, List, Stack, Table, Text, Title } from '@mantine/core'
import { readMarkdown } from './read-markdown.ts'
import type { Block, Inline } from './read-markdown.ts'

/** A document of ours as elements of the page: nothing in it becomes HTML. Its first heading is the page's own and is left out. */
export function MarkdownView({ source }: { readonly source: string }) {
  const blocks = readMarkdown(source).filter((block) => !(block.kind === 'heading' && block.level === 1))
  return (
    <Stack gap="sm" lang="en" className="accord-document">
      {blocks.map((block, place) => (
        <BlockView key={place} block={block} />
      ))}
    </Stack>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={block.level === 2 ? 2 : 3} size="h5" mt="sm">
          <InlineView content={block.content} />
        </Title>
      )
    case 'list':
      return (
        <List spacing="xs" pr="md">
          {block.items.map((item, place) => (
            <List.Item key={place}>
              <InlineView content={item} />
            </List.Item>
          ))}
        </List>
      )
    case 'code':
      return (
        <Code block tabIndex={0}>
          {block.text}
        </Code>
      )
    case 'table':
      return <TableView head={block.head} rows={block.rows} />
    case 'paragraph':
      return (
        <Text maw="52rem">
          <InlineView content={block.content} />
        </Text>
      )
  }
}

/** Scrolls inside itself on a narrow screen, by keyboard too. */
function TableView({ head, rows }: Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows'>) {
  return (
    <Box style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={head.map(plain).join(', ')}>
      <Table miw={head.length > 2 ? 720 : 320} verticalSpacing="xs" layout="auto">
        <Table.Thead>
          <Table.Tr>
            {head.map((cell, place) => (
              <Table.Th key={place}>
                <InlineView content={cell} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, place) => (
            <Table.Tr key={place}>
              {row.map((cell, column) => (
                <Table.Td key={column} style={{ verticalAlign: 'top' }}>
                  <InlineView content={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

const plain = (content: readonly Inline[]): string => content.map(({ text }) => text).join('')

function InlineView({ content }: { readonly content: readonly Inline[] }) {
  return content.map((part, place) => {
    if (part.kind === 'link')
      return (
        <Anchor key={place} href={part.href} target="_blank" rel="noopener noreferrer">
          {part.text}
        </Anchor>
      )
    if (part.kind === 'strong') return <strong key={place}>{part.text}</strong>
    if (part.kind === 'code') return <Code key={place}>{part.text}</Code>
    return <span key={place}>{part.text}</span>
  })
}
