import type { Replica } from '@accord/shared/schemas'

interface ShownValue {
  /** As a message names what has changed: a JSON Pointer. */
  readonly path: string
  readonly name: string
  readonly text: string
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Members of a replica and of its `customKeys`, one line each. */
export const shownValues = ({ customKeys, ...members }: Replica): readonly ShownValue[] => [
  ...Object.entries(members).map(([name, value]) => ({ path: `/${escaped(name)}`, name, text: textOf(value) })),
  ...Object.entries(customKeys).map(([name, value]) => ({
    path: `/customKeys/${escaped(name)}`,
    name: `customKeys.${name}`,
    text: textOf(value),
  })),
]
