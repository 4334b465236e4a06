import { PAIRS_HEAD } from '@accord/shared/sync'

/** Lines of a list of pairs, page by page: the browser may keep each part elsewhere than in memory. */
export const pairsFile = (pages: readonly Blob[]): Blob =>
  new Blob([PAIRS_HEAD, ...pages], { type: 'text/csv;charset=utf-8' })

export function saveAs(file: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
