import { CONTRACTS } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import { gs } from '@servicenow/glide'
import type { RESTMessageV2, RESTResponseV2 } from '@servicenow/glide/sn_ws'
import { Refusal } from '../http/refusal.ts'
import { messageTo } from './exchange.ts'
import { PLATFORM_CAP_MS } from './http-timeout.ts'
import { requirePairedNode } from './pairing-record.ts'

/** Sends the contents of an attachment by the platform's own stream: no script holds them. */
export function sendContents(attachment: string, uploadId: string): void {
  const message = messageFor('uploadFile', { uploadId })
  message.setRequestHeader('Content-Type', 'application/octet-stream')
  message.setRequestBodyFromAttachment(attachment)
  requireSuccess(message.execute())
}

/** Has the platform attach the contents to a record; answers the id of the attachment. */
export function fetchContents(place: { table: string; record: string; name: string }, downloadId: string): string {
  const message = messageFor('downloadFile', { downloadId })
  message.saveResponseBodyAsAttachment(place.table, place.record, place.name)
  const response = message.execute()
  requireSuccess(response)
  return response.getResponseAttachmentSysid() ?? ''
}

function messageFor(name: 'uploadFile' | 'downloadFile', params: Readonly<Record<string, string>>): RESTMessageV2 {
  const { nodeUrl, token } = requirePairedNode()
  const { method, path } = CONTRACTS[name]
  const url = nodeUrl.replace(/\/+$/, '') + pathOf(path, params)
  return messageTo({ method, url, token, requestId: gs.generateGUID(), timeoutMs: PLATFORM_CAP_MS })
}

/** The platform's own words may quote headers: only the status is said. */
function requireSuccess(response: RESTResponseV2): void {
  const status = Number(response.getStatusCode())
  if (status < 200 || status >= 300 || response.haveError())
    throw new Refusal('file_failed', `The node answered ${status || 'nothing'} to the contents of a file.`)
}
