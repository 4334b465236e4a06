import { escapeHidden } from './validate-text.js'

/**
 * A text of a peer inside a sentence of ours: where it begins and ends can be seen, whatever it says. A quotation mark or a
 * backslash in it has a backslash before it.
 */
export const quoted = (text: string): string => `“${escapeHidden(text.replace(/[\\“”"„]/g, (mark) => `\\${mark}`))}”`
