import { RestApi } from '@servicenow/sdk/core'
import { keepStream, runProbe } from '../server/probes.ts'

/** An old script that was taken over as it was. */
const legacyScript = `(function process(request, response) {
  var array = new global.ArrayUtil();
  var json = new global.JSON();
  response.setBody({ answer: [
    array.unique([1, 2, 1]), array.diff(['a', 'b'], ['b']), array.intersect([1, 2], [2, 3]), array.contains([1], '1'),
    global.JSUtil.notNil(''), global.JSUtil.type_of([]), json.encode({ a: 1 }), json.decode('{"a":2}').a,
    global.JSON.stringify({ b: 1 })
  ] });
})(request, response);`

/** Routes without an ACL of their own: the platform's default decides. */
RestApi({
  $id: Now.ID['probe-api'],
  name: 'Probe API',
  serviceId: 'probe',
  routes: [
    {
      $id: Now.ID['rest-probe'],
      name: 'probe',
      method: 'POST',
      path: '/run/{what}',
      script: runProbe,
    },
    {
      $id: Now.ID['rest-legacy'],
      name: 'legacy',
      method: 'GET',
      path: '/legacy',
      script: legacyScript,
    },
    {
      $id: Now.ID['rest-keep'],
      name: 'keep',
      method: 'POST',
      path: '/keep/{incident}',
      consumes: '*/*',
      script: keepStream,
    },
  ],
})
