import * as markdown from 'prettier/plugins/markdown'

const { mdast } = markdown.printers

/** Prettier takes the printer of the plugin that brings the parser. */
export const { parsers } = markdown

/**
 * Where prose is wrapped, Prettier pads every cell of a table to the width of the longest one: a table with sentences in
 * it doubles in size, and one changed cell changes each of its rows. Here a table is padded only where it fits in a line.
 */
export const printers = {
  mdast: {
    ...mdast,
    print: (path, options, print, args) =>
      mdast.print(path, path.node.type === 'table' ? { ...options, proseWrap: 'never' } : options, print, args),
  },
}
