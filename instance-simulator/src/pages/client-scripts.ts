/** Served to browsers as they are: plain scripts, because client scripts of packages expect globals. */
export const FORM_SCRIPT = `'use strict';
(() => {
  const page = window.__page;
  const notSimulated = (name) => { throw new Error('not simulated: ' + name) };
  const strict = (name, members) => new Proxy(members, { get: (target, key) => typeof key === 'symbol' || key in target ? target[key] : notSimulated(name + '.' + key) });
  const control = (field) => document.getElementById(page.table + '.' + field);
  const form = () => document.getElementById(page.table);
  window.g_user = strict('g_user', Object.assign({}, page.user, {
    hasRole: (role) => page.user.roles.includes('admin') || page.user.roles.includes(role),
    hasRoleExactly: (role) => page.user.roles.includes(role),
  }));
  const message = (text, kind) => {
    const line = document.createElement('p');
    line.className = 'message ' + kind; line.textContent = text; line.setAttribute('role', kind === 'error' ? 'alert' : 'status');
    document.querySelector('main').prepend(line);
  };
  window.g_form = strict('g_form', {
    getFormElement: form, getTableName: () => page.table, getUniqueValue: () => page.sysId, isNewRecord: () => page.sysId === '-1',
    getValue: (field) => { const el = control(field); return el ? (el.type === 'checkbox' ? String(el.checked) : el.value) : '' },
    setValue: (field, value) => { const el = control(field); if (!el) return; if (el.type === 'checkbox') el.checked = String(value) === 'true'; else el.value = value },
    clearValue: (field) => { const el = control(field); if (el) el.value = '' },
    setMandatory: (field, on) => { const el = control(field); if (el) el.required = !!on },
    setReadOnly: (field, on) => { const el = control(field); if (el) el.readOnly = !!on },
    setVisible: (field, on) => { const el = control(field); if (el) el.closest('.field').hidden = !on },
    setDisplay: (field, on) => { const el = control(field); if (el) el.closest('.field').hidden = !on },
    addInfoMessage: (text) => message(text, 'info'), addErrorMessage: (text) => message(text, 'error'),
    clearMessages: () => document.querySelectorAll('main > .message').forEach((line) => line.remove()),
    save: () => submit('sysverb_update_and_stay'), submit: (action) => submit(action || 'sysverb_update'),
  });
  function submit(action) {
    const element = form();
    if (!element.reportValidity()) return false;
    const field = document.createElement('input');
    field.type = 'hidden'; field.name = 'sys_action'; field.value = action;
    element.append(field); element.submit();
    return false;
  }
  window.gsftSubmit = (control, element, action) => submit(action || (control && control.id));
  window.getMessage = (text) => text;
})();`

/** GlideAjax over /xmlhttp.do, also for UI pages, whose packages rely on it. */
export const AJAX_SCRIPT = `(function () {
  function GlideAjax(processor) { this.params = { sysparm_processor: processor }; }
  GlideAjax.prototype.addParam = function (name, value) { this.params[name] = value; };
  GlideAjax.prototype.getParam = function (name) { return this.params[name]; };
  GlideAjax.prototype._send = function (done) {
    var request = new XMLHttpRequest();
    request.open('POST', '/xmlhttp.do');
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.setRequestHeader('X-UserToken', window.g_ck);
    request.onload = function () { done(request); };
    request.send(new URLSearchParams(this.params).toString());
  };
  GlideAjax.prototype.getXML = function (callback) { this._send(function (request) { callback({ responseXML: request.responseXML, responseText: request.responseText }); }); };
  GlideAjax.prototype.getXMLAnswer = function (callback) {
    this._send(function (request) { callback(request.responseXML.documentElement.getAttribute('answer')); });
  };
  GlideAjax.prototype.getXMLWait = function () { throw new Error('not simulated: GlideAjax.getXMLWait'); };
  window.GlideAjax = GlideAjax;
})();`
