import ts from 'typescript'

import { inLanguage } from './helper-texts.ts'

/** What declarations say of a name: in words of the reader's language, and by an example, which is a script in any language. */
export const explained = (
  language: string,
  documentation?: readonly ts.SymbolDisplayPart[],
  tags: readonly ts.JSDocTagInfo[] = [],
): { readonly documentation: string; readonly example: string } => ({
  documentation: inLanguage(ts.displayPartsToString(documentation && [...documentation]), language),
  example: tags
    .filter(({ name }) => name === 'example')
    .map(({ text }) => ts.displayPartsToString(text))
    .join('\n\n'),
})
