import { Record } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

/**
 * Everything is looked up and written in the second phase, which runs for each reader. What the first phase writes is kept for
 * everybody and read again as a template: a name that another company has chosen would be run there. Each text is escaped where it
 * is written, whatever `glide.ui.escape_all_script` says.
 */
Record({
  $id: Now.ID['connection-panel-macro'],
  table: 'sys_ui_macro',
  data: {
    name: `${SCOPE}_connection_panel`,
    scoped_name: `${SCOPE}_connection_panel`,
    active: true,
    category: 'general',
    description: 'State, health and next step of a connection, above the fields of its form',
    xml: `<?xml version="1.0" encoding="utf-8" ?>
<j:jelly trim="false" xmlns:j="jelly:core" xmlns:g="glide" xmlns:j2="null" xmlns:g2="null">
  <g2:evaluate>var accordPanel = new ${SCOPE}.ConnectionPanel().read(current);</g2:evaluate>
  <g2:evaluate var="jvar_accord_shown" expression="accordPanel.isShown" />
  <g2:evaluate var="jvar_accord_state" expression="accordPanel.state" />
  <g2:evaluate var="jvar_accord_tone" expression="accordPanel.tone" />
  <g2:evaluate var="jvar_accord_remote" expression="accordPanel.remote" />
  <g2:evaluate var="jvar_accord_health" expression="accordPanel.health" />
  <g2:evaluate var="jvar_accord_contact" expression="accordPanel.contact" />
  <g2:evaluate var="jvar_accord_next" expression="accordPanel.next" />
  <g2:evaluate var="jvar_accord_link" expression="accordPanel.link" />
  <g2:evaluate var="jvar_accord_label_state" expression="accordPanel.labels.state" />
  <g2:evaluate var="jvar_accord_label_health" expression="accordPanel.labels.health" />
  <g2:evaluate var="jvar_accord_label_contact" expression="accordPanel.labels.contact" />
  <g2:evaluate var="jvar_accord_label_next" expression="accordPanel.labels.next" />
  <g2:evaluate var="jvar_accord_label_open" expression="accordPanel.labels.open" />
  <tr>
    <td colspan="2">
      <j2:if test="$[jvar_accord_shown == 'true']">
        <div role="group" aria-label="Accord" style="border:1px solid;border-color:$[HTML:jvar_accord_tone];border-left-width:6px;border-radius:4px;padding:8px 16px;margin:8px 0">
          <dl style="display:flex;flex-wrap:wrap;gap:4px 32px;margin:0">
            <div><dt>$[HTML:jvar_accord_label_state]</dt><dd style="margin:0"><strong style="color:$[HTML:jvar_accord_tone]">$[HTML:jvar_accord_state]</strong> $[HTML:jvar_accord_remote]</dd></div>
            <div><dt>$[HTML:jvar_accord_label_health]</dt><dd style="margin:0">$[HTML:jvar_accord_health]</dd></div>
            <div><dt>$[HTML:jvar_accord_label_contact]</dt><dd style="margin:0">$[HTML:jvar_accord_contact]</dd></div>
            <div><dt>$[HTML:jvar_accord_label_next]</dt><dd style="margin:0">$[HTML:jvar_accord_next]</dd></div>
          </dl>
          <a href="$[HTML:jvar_accord_link]">$[HTML:jvar_accord_label_open]</a>
        </div>
      </j2:if>
    </td>
  </tr>
</j:jelly>`,
  },
})

export const connectionPanel = Record({
  $id: Now.ID['connection-panel-formatter'],
  table: 'sys_ui_formatter',
  data: {
    name: 'Accord: state and next step',
    type: 'formatter',
    formatter: `${SCOPE}_connection_panel.xml`,
    table: TABLES.connection,
    active: true,
  },
})
