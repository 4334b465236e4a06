import type { Field } from './record.ts'

/** A value as people read it; null for none. */
export function shownField(field: Field): string | null {
  switch (field.type) {
    case 'choice':
      return field.label || field.value || null
    case 'reference':
      return field.display || field.value || null
    default:
      return String(field.value ?? '') || null
  }
}
