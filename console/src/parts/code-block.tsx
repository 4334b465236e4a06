import { Box } from '@mantine/core'

type CodeBlockProps = { readonly text: string } & (
  { readonly 'aria-label': string } | { readonly 'aria-labelledby': string }
)

/** A text to be copied as it is: one click selects the whole of it. */
export const CodeBlock = ({ text, ...name }: CodeBlockProps) => (
  <Box component="pre" className="accord-code-box" tabIndex={0} role="group" {...name}>
    {text}
  </Box>
)
