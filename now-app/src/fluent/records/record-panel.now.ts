import { Record } from '@servicenow/sdk/core'
import { SCOPE } from '../../server/scope.ts'

/** The page of the record inside its form, where the admin of the form puts this formatter. Nothing of the record stands in the macro. */
Record({
  $id: Now.ID['record-panel-macro'],
  table: 'sys_ui_macro',
  data: {
    name: `${SCOPE}_record_panel`,
    scoped_name: `${SCOPE}_record_panel`,
    active: true,
    category: 'general',
    description: 'With which record of another company this one is kept equal, and how that stands',
    xml: `<?xml version="1.0" encoding="utf-8" ?>
<j:jelly trim="false" xmlns:j="jelly:core" xmlns:g="glide" xmlns:j2="null" xmlns:g2="null">
  <g2:evaluate>var accordRecord = new ${SCOPE}.RecordSync().frameOf(current);</g2:evaluate>
  <g2:evaluate var="jvar_accord_shown" expression="accordRecord.isShown" />
  <g2:evaluate var="jvar_accord_address" expression="accordRecord.address" />
  <tr>
    <td colspan="2">
      <j2:if test="$[jvar_accord_shown == 'true']">
        <iframe title="Accord" src="$[HTML:jvar_accord_address]" style="width:100%;height:260px;border:0" loading="lazy"></iframe>
      </j2:if>
    </td>
  </tr>
</j:jelly>`,
  },
})

Record({
  $id: Now.ID['record-panel-formatter'],
  table: 'sys_ui_formatter',
  data: {
    name: 'Accord: sync of the record',
    type: 'formatter',
    formatter: `${SCOPE}_record_panel.xml`,
    table: 'task',
    active: true,
  },
})
