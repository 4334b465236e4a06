import { GlideDateTime, gs } from '@servicenow/glide'
import type { Action, BookRecord } from './platform.d.ts'
import { loanDays } from './loan-days.ts'

/** UI action: lends the book to the person who clicks. */
export function lendBook(current: BookRecord, action: Action): void {
  const due = new GlideDateTime()
  due.addDaysUTC(loanDays())
  current.state = 'out'
  current.borrowed_by = gs.getUserID()
  current.due = due
  current.update()
  gs.addInfoMessage(`Lent until ${due.getDisplayValue()}`)
  action.setRedirectURL(current)
}
