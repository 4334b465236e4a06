import ts from 'typescript'

/** What declarations say of a name: in words, and by an example. */
export const explained = (
  documentation?: readonly ts.SymbolDisplayPart[],
  tags: readonly ts.JSDocTagInfo[] = [],
): { readonly documentation: string; readonly example: string } => ({
  documentation: ts.displayPartsToString(documentation && [...documentation]),
  example: tags
    .filter(({ name }) => name === 'example')
    .map(({ text }) => ts.displayPartsToString(text))
    .join('\n\n'),
})
