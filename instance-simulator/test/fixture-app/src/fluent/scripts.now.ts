import { Property, ScheduledScript, ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
  $id: Now.ID['shelf-ajax'],
  name: 'ShelfAjax',
  apiName: 'x_acme_shelf.ShelfAjax',
  active: true,
  clientCallable: true,
  script: `var ShelfAjax = Class.create();
ShelfAjax.prototype = Object.extendsObject(global.AbstractAjaxProcessor, {
  countBooks: function() {
    var books = new GlideAggregate('x_acme_shelf_book');
    books.addQuery('state', this.getParameter('sysparm_state'));
    books.addAggregate('COUNT');
    books.query();
    return books.next() ? books.getAggregate('COUNT') : '0';
  },
  type: 'ShelfAjax'
});`,
})

ScriptInclude({
  $id: Now.ID['shelf-words'],
  name: 'ShelfWords',
  apiName: 'x_acme_shelf.ShelfWords',
  active: true,
  script: `var ShelfWords = Class.create();
ShelfWords.prototype = {
  initialize: function() {},
  greet: function(name) { return 'Hello ' + name; },
  type: 'ShelfWords'
};`,
})

ScheduledScript({
  $id: Now.ID['remind'],
  name: 'Remind of overdue books',
  active: true,
  frequency: 'periodically',
  executionInterval: { hours: 1 },
  executionStart: '2026-01-01 00:00:00',
  script: `var overdue = new GlideRecord('x_acme_shelf_book');
overdue.addEncodedQuery('state=out^due<javascript:gs.nowDateTime()');
overdue.query();
while (overdue.next()) {
  overdue.trail = overdue.getValue('trail') + '|overdue';
  overdue.update();
}`,
})

Property({
  $id: Now.ID['loan-days'],
  name: 'x_acme_shelf.loan_days',
  type: 'integer',
  value: '14',
  description: 'For how many days a book is lent',
  roles: { read: ['x_acme_shelf.librarian'], write: ['admin'] },
})
