import { missing } from '../host.ts'
import { GlideAggregate } from '../records/aggregate.ts'
import { GlideSysAttachment } from '../records/attachment.ts'
import { GlideDate, GlideDateTime } from '../times/date-time.ts'
import { GlideDuration } from '../times/duration.ts'
import { GlideElement } from '../records/element.ts'
import { GlideFilter } from '../records/filter.ts'
import { GlideRecord } from '../records/record.ts'
import { GlideRecordSecure } from '../records/record-at.ts'
import { sn_hw } from '../records/history-walker.ts'
import { RESTMessageV2, sn_ws } from '../rest/rest-message.ts'
import { AbstractAjaxProcessor, Class } from './script-classes.ts'
import { glide } from './script-scope.ts'
import { sn_ws_err } from '../rest/service-errors.ts'
import { GlideSession, GlideUser } from '../session.ts'
import { GlideScriptableInputStream, GlideTextReader } from '../streams.ts'
import { gs } from '../system.ts'
import { CertificateEncryption, GlideDigest, GlideSecureRandomUtil, GlideStringUtil } from './text-classes.ts'

/** Type names that modules import as values never: `RESTAPIRequest` and its kin are what routes are handed. */
const sn_ws_int = missing('sn_ws_int')

/** What classic scripts have as globals and modules import from `@servicenow/glide`. */
export function installGlideNames(): void {
  glide.names = {
    gs, GlideAggregate, GlideDate, GlideDateTime, GlideDigest, GlideDuration, GlideElement, GlideFilter, GlideRecord,
    GlideRecordSecure, GlideSecureRandomUtil, GlideSession, GlideScriptableInputStream, GlideStringUtil, GlideSysAttachment, GlideTextReader, GlideUser,
    CertificateEncryption, RESTMessageV2, AbstractAjaxProcessor, Class, sn_ws, sn_ws_err, sn_ws_int, sn_hw,
  } // prettier-ignore
}
