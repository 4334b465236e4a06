import { Anchor, Code } from '@mantine/core'
import type { Token } from 'marked'

/** Words of a document. A link that leads nowhere outside the repository, or does not say https, is only its words. */
export function InlineView({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map((token, place) => <Part key={place} token={token} />)
}

function Part({ token }: { readonly token: Token }) {
  const inner = 'tokens' in token && token.tokens ? <InlineView tokens={token.tokens} /> : wordsOf(token)
  if (token.type === 'strong') return <strong>{inner}</strong>
  if (token.type === 'em') return <em>{inner}</em>
  if (token.type === 'codespan') return <Code>{wordsOf(token)}</Code>
  if (token.type !== 'link' || !String(token['href']).startsWith('https://')) return <>{inner}</>
  return (
    <Anchor underline="always" href={String(token['href'])} target="_blank" rel="noopener noreferrer">
      {inner}
    </Anchor>
  )
}

const wordsOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw)
