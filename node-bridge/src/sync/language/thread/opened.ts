import type ts from 'typescript'

/** A script as the compiler has it. */
export interface Opened {
  readonly service: ts.LanguageService
  readonly file: string
  readonly source: ts.SourceFile
  /** Of the reader. */
  readonly language: string
}

/** Names of tables as people know them: the declarations give them a prefix of their own. */
export const plain = (text: string): string => text.replaceAll(/\b(?:Table\.)?t_(?=[a-z])/g, '')
