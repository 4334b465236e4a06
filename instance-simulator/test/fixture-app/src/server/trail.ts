import { GlideRecord, gs } from '@servicenow/glide'

function appendTrail(sysId: string, word: string): void {
  const book = new GlideRecord('x_acme_shelf_book')
  if (!book.get(sysId)) return
  book.setValue('trail', `${book.getValue('trail') ?? ''}|${word}`)
  book.setWorkflow(false)
  book.update()
}

export function trailAfterLending(current: GlideRecord, previous: GlideRecord): void {
  appendTrail(
    current.getUniqueValue(),
    `${previous.getValue('state')}>${current.getValue('state')} by ${gs.getUserName()}`,
  )
}

export function trailLater(current: GlideRecord): void {
  appendTrail(current.getUniqueValue(), 'back')
}
