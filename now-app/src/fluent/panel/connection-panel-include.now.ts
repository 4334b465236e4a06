import { ScriptInclude } from '@servicenow/sdk/core'
import { APP_VERSION } from '../../server/app-version.ts'
import { SCOPE } from '../../server/scope.ts'

/** The macro's way to a module: Jelly knows script includes only. Whatever scope a form is rendered in may read the record that it is handed. */
ScriptInclude({
  $id: Now.ID['connection-panel-include'],
  name: 'ConnectionPanel',
  accessibleFrom: 'public',
  clientCallable: false,
  description: 'State, health and next step of the connection whose form is open, in the language of the reader',
  script: `var ConnectionPanel = Class.create();
ConnectionPanel.prototype = {
  initialize: function () {},
  read: function (current) {
    return require('${SCOPE}/accord/${APP_VERSION}/now-app/src/server/panel/read-panel.ts').readPanel(current);
  },
  type: 'ConnectionPanel'
};`,
})
