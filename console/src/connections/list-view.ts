import type { ListOrder, StateGroup } from '@accord/shared/protocol'

export interface Sorting {
  readonly column: ListOrder
  readonly descending: boolean
}

/** What a person has asked the list for. `trail`: where each page before the open one ended, oldest first. */
export interface ListView {
  readonly search: string
  readonly group: StateGroup | ''
  readonly sorting: Sorting
  readonly trail: readonly string[]
}

/** Newest first where the order is one of time. */
export const firstSorting = (column: ListOrder): Sorting => ({
  column,
  descending: column === 'changed' || column === 'lastContact',
})

export const FIRST_VIEW: ListView = { search: '', group: '', sorting: firstSorting('changed'), trail: [] }

export const PAGE = 50

/** The question to the node, without the size of the page. */
export function questionOf({ search, group, sorting, trail }: ListView): Readonly<Record<string, string>> {
  const after = trail.at(-1)
  const words = search.trim()
  return {
    counts: 'true',
    sort: sorting.column,
    order: sorting.descending ? 'desc' : 'asc',
    ...(words ? { search: words } : {}),
    ...(group ? { group } : {}),
    ...(after ? { after } : {}),
  }
}

export const isNarrowed = ({ search, group }: ListView): boolean => search.trim() !== '' || group !== ''
