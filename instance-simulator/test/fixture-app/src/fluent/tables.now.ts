import {
  BooleanColumn,
  DateTimeColumn,
  IntegerColumn,
  Password2Column,
  ReferenceColumn,
  StringColumn,
  Table,
} from '@servicenow/sdk/core'

export const x_acme_shelf_shelf = Table({
  name: 'x_acme_shelf_shelf',
  label: 'Shelf',
  display: 'name',
  accessibleFrom: 'public',
  allowWebServiceAccess: true,
  schema: {
    name: StringColumn({ label: 'Name', mandatory: true, maxLength: 80 }),
    room: StringColumn({ label: 'Room' }),
  },
})

export const x_acme_shelf_book = Table({
  name: 'x_acme_shelf_book',
  label: 'Book',
  display: 'title',
  autoNumber: { prefix: 'BOOK', number: 1000, numberOfDigits: 7 },
  accessibleFrom: 'public',
  allowWebServiceAccess: true,
  schema: {
    number: StringColumn({ label: 'Number', default: 'javascript:getNextObjNumberPadded();', readOnly: true }),
    title: StringColumn({ label: 'Title', mandatory: true, maxLength: 120 }),
    author: StringColumn({ label: 'Author' }),
    state: StringColumn({
      label: 'State',
      default: 'in',
      choices: {
        in: { label: 'On the shelf', sequence: 0 },
        out: { label: 'Lent', sequence: 1 },
        lost: { label: 'Lost', sequence: 2 },
      },
      dropdown: 'dropdown_without_none',
    }),
    pages: IntegerColumn({ label: 'Pages', default: 100 }),
    rare: BooleanColumn({ label: 'Rare', default: false }),
    borrowed_by: ReferenceColumn({ label: 'Borrowed by', referenceTable: 'sys_user' }),
    shelf: ReferenceColumn({ label: 'Shelf', referenceTable: 'x_acme_shelf_shelf' }),
    due: DateTimeColumn({ label: 'Due' }),
    price: IntegerColumn({ label: 'Price' }),
    lock_code: Password2Column({ label: 'Lock code' }),
    trail: StringColumn({ label: 'Trail', maxLength: 4000 }),
  },
})

export const x_acme_shelf_repair = Table({
  name: 'x_acme_shelf_repair',
  label: 'Book repair',
  extends: 'task',
  autoNumber: { prefix: 'REP', number: 1, numberOfDigits: 5 },
  schema: {
    book: ReferenceColumn({ label: 'Book', referenceTable: 'x_acme_shelf_book' }),
  },
})

/** A column of this application on a table of the platform, with a default that only the engine can evaluate. */
export const incident = Table({
  augments: 'incident',
  schema: {
    x_acme_shelf_room: StringColumn({
      label: 'Reading room',
      maxLength: 60,
      default: "javascript:gs.getUserName().toUpperCase() + ' in ' + current.getTableName();",
    }),
  },
})
