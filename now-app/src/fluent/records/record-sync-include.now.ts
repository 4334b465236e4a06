import { ScriptInclude } from '@servicenow/sdk/core'
import { APP_VERSION } from '../../server/app-version.ts'
import { SCOPE } from '../../server/scope.ts'

/** The way of a condition and of a macro to a module: both know script includes only. Whatever scope a form belongs to may ask. */
ScriptInclude({
  $id: Now.ID['record-sync-include'],
  name: 'RecordSync',
  accessibleFrom: 'public',
  clientCallable: false,
  description: 'Whether a record is in a pair, and where the page of its sync is',
  script: `var RecordSync = Class.create();
RecordSync.prototype = {
  initialize: function () {},
  module: function () {
    return require('${SCOPE}/accord/${APP_VERSION}/now-app/src/server/records/record-sync.ts');
  },
  isOffered: function (current) {
    return this.module().isOffered(current);
  },
  mayRead: function (current) {
    return this.module().mayReadPair(current);
  },
  frameOf: function (current) {
    return this.module().frameOf(current);
  },
  type: 'RecordSync'
};`,
})
