/** What a list can be sorted by. */
export const LIST_ORDERS = ['changed', 'name', 'state', 'lastContact'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]
