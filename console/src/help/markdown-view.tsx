import { Code, List, Stack, Text, Title } from '@mantine/core'
import type { Token, Tokens } from 'marked'
import { useMemo } from 'react'
import { usePart } from '../host/use-part.ts'
import { InlineView } from './inline-view.tsx'
import { TableView } from './table-view.tsx'

/** Nobody reads a document on most visits. */
const loadMarked = () => import('marked')

interface MarkdownViewProps {
  readonly source: string
  /** What the first heading of the source becomes on the page. */
  readonly level?: 2 | 3
  /** Absent: that of the page. */
  readonly lang?: 'en'
}

/** A document of ours as elements of the page: nothing in it becomes HTML. Its title is the page's own and is left out. */
export function MarkdownView({ source, level = 2, lang }: MarkdownViewProps) {
  const loaded = usePart(loadMarked)
  const tokens = useMemo(
    () =>
      loaded.state === 'here'
        ? loaded.part.lexer(source).filter((token) => token.type !== 'heading' || token['depth'] > 1)
        : [],
    [loaded, source],
  )
  return (
    <Stack gap="sm" lang={lang} className="accord-document">
      {loaded.state === 'failed' ? (
        <Code block tabIndex={0}>
          {source}
        </Code>
      ) : (
        <Blocks tokens={tokens} level={level} />
      )}
    </Stack>
  )
}

/** Headings go one step deeper at a time, as screen readers expect; which size they have says nothing. */
const Blocks = ({ tokens, level }: { readonly tokens: readonly Token[]; readonly level: 2 | 3 }) =>
  tokens.map((token, place) => <BlockView key={place} token={token as MarkedBlock} level={level} />)

type MarkedBlock =
  | Tokens.Heading
  | Tokens.List
  | Tokens.Code
  | Tokens.Table
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.HTML
  | Tokens.Space

function BlockView({ token, level }: { readonly token: MarkedBlock; readonly level: 2 | 3 }) {
  switch (token.type) {
    case 'heading':
      return (
        <Title order={token.depth === 2 ? level : 3} size="h5" mt="sm">
          <InlineView tokens={token.tokens} />
        </Title>
      )
    case 'list':
      return (
        <List spacing="xs" pr="md">
          {token.items.map((item: Tokens.ListItem, place: number) => (
            <List.Item key={place}>
              <Blocks tokens={item.tokens} level={level} />
            </List.Item>
          ))}
        </List>
      )
    case 'code':
      return (
        <Code block tabIndex={0}>
          {token.text}
        </Code>
      )
    case 'table':
      return <TableView table={token as Tokens.Table} />
    case 'paragraph':
      return (
        <Text maw="52rem">
          <InlineView tokens={token.tokens ?? []} />
        </Text>
      )
    // Words of an item without a paragraph of their own.
    case 'text':
      return <InlineView tokens={token.tokens ?? [token]} />
    case 'html':
      return <Text>{token.text}</Text>
    case 'space':
      return null
  }
}
