import { GlideDateTime, GlideFilter, GlideRecord, GlideRecordSecure, GlideSysAttachment, gs } from '@servicenow/glide'
import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import type { RestRequest, RestResponse } from './platform.d.ts'

type Input = Readonly<Record<string, string>>

function oneIncident(query: string): GlideRecord<'incident'> {
  const incident = new GlideRecord('incident')
  incident.addEncodedQuery(query)
  incident.query()
  incident.next()
  return incident
}

/** What a scoped application may do, each under a name that a test calls. */
const probes: Readonly<Record<string, (input: Input) => unknown>> = {
  newGuid: ({ sysId }) => {
    const incident = new GlideRecord('incident')
    incident.initialize()
    incident.setNewGuidValue(sysId)
    return incident.insert()
  },
  queryValid: ({ query }) => new GlideRecord('incident').isEncodedQueryValid(query),
  filter: ({ query, condition }) => {
    const incident = oneIncident(query)
    const filter = new GlideFilter(condition, 'probe')
    const strict = filter.match(incident, true)
    filter.setCaseSensitive(false)
    return [strict, filter.match(incident, true), GlideFilter.checkRecord(incident, condition)]
  },
  sendFile: ({ attachment, url }) => {
    const message = new RESTMessageV2()
    message.setHttpMethod('post')
    message.setEndpoint(url)
    message.setRequestBodyFromAttachment(attachment)
    return message.execute().getBody()
  },
  saveFile: ({ incident, url }) => {
    const message = new RESTMessageV2()
    message.setHttpMethod('get')
    message.setEndpoint(url)
    message.saveResponseBodyAsAttachment('incident', incident, 'saved.bin')
    const response = message.execute()
    return [response.getStatusCode(), response.getResponseAttachmentSysid(), response.getErrorMessage()]
  },
  sendLater: ({ url }) => {
    const message = new RESTMessageV2()
    message.setEndpoint(url)
    const response = message.executeAsync()
    response.waitForResponse(20)
    return response.getBody()
  },
  impatient: ({ url }) => {
    const message = new RESTMessageV2()
    message.setEndpoint(url)
    try {
      message.executeAsync().waitForResponse(0.05)
      return 'answered'
    } catch (error) {
      return String(error)
    }
  },
  readLines: ({ attachment }) => {
    const stream = new GlideSysAttachment().getContentStream(attachment)
    const copy = new GlideSysAttachment().writeContentStream(
      oneIncident('active=true'),
      'copy.txt',
      'text/plain',
      stream,
    )
    return copy !== null
  },
  eventLater: ({ incident, at }) => {
    gs.eventQueueScheduled('x_acme_shelf.lent', oneIncident(`sys_id=${incident}`), 'one', 'two', new GlideDateTime(at))
    return gs.getUserName()
  },
  read: ({ table, query }) => {
    const record = new GlideRecord(table)
    record.addEncodedQuery(query)
    record.query()
    return record.next() ? record.getUniqueValue() : null
  },
  write: ({ table, field, value, sysId }) => {
    const record = new GlideRecord(table)
    if (sysId && !record.get(sysId)) return 'not found'
    if (!sysId) record.initialize()
    record.setValue(field, value)
    return sysId ? record.update() : record.insert()
  },
  writeSecurely: ({ sysId, ...values }) => {
    const book = new GlideRecordSecure('x_acme_shelf_book')
    if (sysId && !book.get(sysId)) return 'not found'
    if (!sysId) book.initialize()
    const may = book.getElement('price').canWrite()
    for (const [field, value] of Object.entries(values)) book.setValue(field, value)
    return [may, book.getElement('price').canWrite(), sysId ? book.update() : book.insert()]
  },
  setProperty: ({ name, value }) => {
    gs.setProperty(name, value)
    return gs.getProperty(name)
  },
  remove: ({ table, sysId }) => {
    const record = new GlideRecord(table)
    return record.get(sysId) && record.deleteRecord()
  },
  localTime: ({ at }) => {
    const time = new GlideDateTime(at)
    return [time.getDisplayValue(), time.getDisplayValueInternal(), time.getLocalDate().toString(), time.getTZOffset()]
  },
  domain: () => new GlideRecord('incident').getValue('sys_domain'),
}

export function runProbe(request: RestRequest, response: RestResponse): void {
  const probe = probes[request.pathParams.what]
  if (!probe) throw new Error(`no probe ${request.pathParams.what}`)
  response.setBody({ answer: probe(request.body.data ?? {}) })
}

/** The body becomes a file of the incident, however long it is. */
export function keepStream(request: RestRequest, response: RestResponse): void {
  const incident = oneIncident(`sys_id=${request.pathParams.incident}`)
  const sysId = new GlideSysAttachment().writeContentStream(
    incident,
    'body.bin',
    'application/octet-stream',
    request.body.dataStream,
  )
  response.setBody({ answer: sysId })
}
