/** How the platform writes a script's value into a field: always text, booleans as "1" and "0". */
export function toFieldText(value: unknown, columnType: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  const text = fieldTextOf(value)
  if (columnType === 'boolean') return text === 'true' || text === '1' ? '1' : '0'
  if (columnType === 'integer' && /^-?\d+\.0+$/.test(text)) return text.replace(/\.0+$/, '')
  return text
}

/** A script that sets a field to the text `NULL` empties it, whatever the field holds. */
export function settableText(value: unknown, columnType: string): string {
  const text = toFieldText(value, columnType)
  return text === 'NULL' ? '' : text
}

/** Glide objects know their own text; plain objects would become `[object Object]`, as on the platform. */
function fieldTextOf(value: unknown): string {
  const glide = value as { getValue?: () => unknown }
  if (
    typeof value === 'object' &&
    value !== null &&
    typeof glide.getValue === 'function' &&
    glide.getValue.length === 0
  ) {
    return String(glide.getValue() ?? '')
  }
  return String(value)
}
